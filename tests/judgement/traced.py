"""A small case with two sources, a pull quote, claims, an assumption, a network and hypotheses."""

from __future__ import annotations

from pathlib import Path

from detente.case import Case, read_case

__all__ = ["TEXT", "small_case"]

TEXT = """
format: dispute-case/1
case: {id: ford, title: The ford, question: Who builds?}
sources:
  r: {title: River report, repeats: {4: 2}}
  s: {title: Second report}
evidence:
  c1: {claim: The river rises, source: r, paragraph: 3, anchor: the river, basis: opinion}
  c2: {claim: The north is rich, source: s, paragraph: 1}
assumptions:
  a1: {text: Floods go on, because: [c1]}
actors:
  north: {name: North, goals: [{text: A bridge, because: [r¶1]}, {text: Peace, because: [c1]}]}
  south: {name: South}
options:
  north.build: {label: Build a bridge, because: [r¶4]}
  south.open: {label: Open the road, because: [s¶2]}
models:
  main:
    options: [north.build, south.open]
    preferences:
      north:
        - {want: north.build, label: Build, because: [r¶2]}
        - {want: south.open, label: See the road open, because: [a1, s¶2]}
      south:
        - {want: not south.open, label: Keep it shut, because: [r¶1, s¶1]}
        - {want: north.build, label: See a bridge, about_equal: true, because: [s¶1]}
        - {want: not north.build, label: See none, because: [{modeller: ours}]}
influences:
  nodes:
    RAIN: {name: Rain, kind: force}
    RIVER: {name: The river}
    TRADE: {name: Trade, kind: outcome}
  edges:
    M1: {cause: RAIN, effect: RIVER, sign: +, because: [r¶3]}
    M2: {cause: RIVER, effect: TRADE, sign: -, text: Floods stop trade, because: [c1]}
    M3: {cause: RAIN, effect: TRADE, sign: +, because: [s¶3]}
  contested:
    - {edges: [M2, M3], matter: What rain does to trade}
hypotheses:
  why:
    question: Why build?
    items:
      fear: {label: Fear, readings: {north: stated}, because: [r¶2]}
      gain: Gain
    evidence:
      E1: {text: It floods, cells: {gain: I}, because: [r¶2, s¶1]}
      E2: {text: It pays, cells: {fear: II}, because: [s¶2]}
    tests:
      today: {model: main, ask: [north.build]}
      torn: {model: main, what_if: [opened, shut], ask: [south.open]}
      dry: {label: The road is open, model: main, what_if: [opened], ask: [north.build, south.open]}
judgements:
  j1: {ask: Near?, answers: {r: yes, s: no}}
timeline:
  - {date: 2001, title: A flood, by: north, on: south, score: -2, because: [r¶3]}
  - {date: 2003, title: A fair, between: [north, south], score: 4}
inquiries:
  Q1:
    ask: Will North build?
    because: [r¶2]
    checks:
      - {say: Every state that holds has a bridge, compute: equilibria, model: main, concepts: [nash],
         ask: [north.build], expect: {north.build: always}}
"""


def small_case(folder: Path, text: str = TEXT) -> Case:
    """Write the case to a folder and read it."""
    whatif = "    what_if: {opened: {set: {south.open: yes}}, shut: {set: {south.open: no}}}\n"
    text = text.replace("influences:\n", f"{whatif}influences:\n", 1)
    (folder / "case.yaml").write_text(text.lstrip(), encoding="utf-8")
    return read_case(folder)

"""The calendar under check: nodes, models, options, bits, events and dates, at their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]

NODES = "influences:\n  nodes: {RAIN: {name: Rain}, FLOOD: {name: Flood}}\n  edges: {}\n"
CONTEXT = "context:\n  e.flood: {value: no}\n"
SOUND = """calendar:
  models: [main]
  start: 2018
  until: 2020
  levels: {RAIN: 0.5}
  signals: [{node: FLOOD, above: 0.4, below: 0.9, set: {e.flood: yes, north.build: no}}]
  holds: [{option: north.build, node: FLOOD}]
  watch: {bridge: {label: Built, model: main, when: north.build and not e.flood}}
shocks: {storm: {title: A storm, rate: 0.1..0.2, pushes: {RAIN: 1}}}
questions: {q: {ask: Will they?, event: bridge}}
"""


@pytest.fixture
def sound(small: str) -> str:
    return small + NODES + CONTEXT + SOUND


def test_what_is_sound(said: Say, sound: str) -> None:
    assert said(sound) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("models: [main]", "models: [mian]", "16:12: unknown model `mian` | did you mean `main`?"),
        ("until: 2020", "until: 2018", "18:10: the runs end 2018, and begin 2018"),
        ("levels: {RAIN", "levels: {RAIM", "19:12: unknown node `RAIM` | did you mean `RAIN`?"),
        ("[{node: FLOOD", "[{node: FLOD", "20:20: unknown node `FLOD` | did you mean `FLOOD`?"),
        ("above: 0.4, below: 0.9, ", "", "20:13: nothing says from which level of FLOOD on"),
        ("above: 0.4", "above: 0.9", "20:34: no level lies above 0.9 and below 0.9"),
        ("{e.flood: yes", "{e.fog: yes", "unknown option or context bit of the calendar `e.fog`"),
        ("north.build: no}", "north.bild: no}", "did you mean `north.build`?"),
        ("option: north.build", "option: north.burn", "21:20: unknown option of the calendar"),
        ("build, node: FLOOD", "build, node: FLOW", "21:39: unknown node `FLOW`"),
        ("model: main", "model: other", "22:41: unknown model of the calendar `other`"),
        ("not e.flood}", "not e.fog}", "22:73: unknown id `e.fog` | did you mean `e.flood`?"),
        ("pushes: {RAIN", "pushes: {SNOW", "unknown node `SNOW`"),
        ("rate: 0.1..0.2", "rate: -0.1..0.2", "found -0.1..0.2"),
        ("rate: 0.1..0.2", "rate: unlikely", "found unlikely"),
        ("event: bridge", "event: bride", "24:41: unknown watched event `bride`"),
    ],
)
def test_what_is_wrong(said: Say, sound: str, before: str, after: str, expected: str) -> None:
    assert sound.count(before) == 1
    found = said(sound.replace(before, after))
    assert any(expected in line for line in found), found


def test_a_model_in_graph_form_is_not_played(said: Say) -> None:
    text = (
        "format: dispute-case/1\ncase: {id: f, title: F, question: Q}\n"
        "actors: {north: {name: North}}\n"
        "models: {main: {status_quo: a, states: {a: A, b: B}, moves: {north: [a -> b]},\n"
        "  ranking: {north: [b, a]}}}\n"
        "calendar: {models: [main]}\n"
    )
    assert [s.partition(" |")[0] for s in said(text)] == ["6:21: `main` has states and no options"]


def test_hindcasts_are_checked_like_the_calendar(said: Say, sound: str) -> None:
    hindcast = (
        "hindcasts:\n  early:\n    title: Early\n"
        "    calendar: {models: [man], start: 2015, until: 2016}\n"
        "    questions: {q: {ask: Will they?, event: bridge}}\n"
    )
    found = said(sound + hindcast)
    assert [line.partition(" |")[0] for line in found] == [
        "28:25: unknown model `man`",
        "29:45: unknown watched event `bridge`",
    ]


def test_a_broken_model_causes_no_second_error(said: Say, sound: str) -> None:
    found = said(sound.replace("south.open: {label: Open the road}", "south.open: {lable: Road}"))
    assert not any("calendar" in line for line in found)

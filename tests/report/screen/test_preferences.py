"""What is printed about what holds under other structures of preference."""

from __future__ import annotations

from tests.stability.preferences.made import made

from detente.report.screen.lines import WIDTH
from detente.report.screen.preferences import preferences_text
from detente.stability import CONCEPTS, STRUCTURES, concept_named
from detente.stability.graph_form import graph_form
from detente.stability.structured import found_under

UNSURE = [{"want": "a.u"}, {"want": "not a.u if b.w", "unsure": True}]


def said(*structures: tuple[str, str], options: tuple[str, ...] = ("a.u", "b.w")) -> str:
    outcomes = {"road": {"label": "A road", "when": "b.w and a.u"}}
    case = made(options, {"a": UNSURE, "b": list(options[1:])}, outcomes=outcomes)
    picked = [(STRUCTURES[k], v) for k, v in structures]
    concepts = [CONCEPTS["nash"], concept_named("gmr")]
    found = found_under(graph_form(case, "main"), picked, concepts)
    return preferences_text(case, "main", found)


def test_who_is_read_beyond_ranks_and_what_changes() -> None:
    text = said(("unknown", "a"), ("unknown", "d"))
    assert text.splitlines() == [
        "main under other preferences",
        "Unknown preferences, a: moves towards the unknown, and is not deterred by it.",
        "  Read beyond ranks: A.",
        "  Nash stability: 0 equilibria, 1 fewer than by ranks alone",
        "    - {a.u, b.w} (A road) is left by A.",
        "  General metarationality: 0 equilibria, 1 fewer than by ranks alone",
        "    - {a.u, b.w} (A road) is left by A.",
        "Unknown preferences, d: moves to what is better for sure, and is deterred by the",
        "  unknown.",
        "  Read beyond ranks: A.",
        "  Nash stability: 2 equilibria, 1 more than by ranks alone",
        "    - {b.w} holds now: stable for A, too.",
        "  General metarationality: 2 equilibria, 1 more than by ranks alone",
        "    - {b.w} holds now: stable for A, too.",
    ]


def test_where_nothing_is_stated() -> None:
    text = said(("strength", "general"))
    assert "  No party states anything that this reads beyond ranks." in text
    assert "  Nash stability: 1 equilibrium, as by ranks alone" in text


def test_numbers_name_themselves_and_structures_without_variants_their_meaning() -> None:
    text = " ".join(said(("fuzzy", "0.3"), ("attitudes", "")).split())
    assert "Fuzzy preferences, 0.3: A state is preferred to a degree;" in text
    assert "Attitudes: A decision maker may want what is good, or bad, for others." in text


def test_long_lists_are_cut_and_lines_kept_short() -> None:
    text = said(("unknown", "d"), options=("a.u", "b.w", *(f"b.long_option_{n}" for n in range(4))))
    assert all(len(line) <= WIDTH for line in text.splitlines())
    many = made(
        ["a.u", *(f"b.w{n}" for n in range(4))],
        {"a": [{"want": "a.u"}, {"want": "not a.u", "unsure": True}], "b": ["true"]},
    )
    found = found_under(
        graph_form(many, "main"), [(STRUCTURES["unknown"], "d")], [CONCEPTS["nash"]]
    )
    assert "… and 10 more (use --json for all)" in preferences_text(many, "main", found)

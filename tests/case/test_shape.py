"""Short forms are written out in full, in place, and unknown keys beside them are said."""

from __future__ import annotations

import pytest

from detente.case.nodes import Table
from detente.case.places import Places
from detente.case.shape import write_out
from detente.case.tree import tree_of


def written(text: str) -> tuple[dict, list[str]]:
    root, _ = tree_of(text, "x")
    assert isinstance(root, Table)
    problems = write_out(root)
    return Places(root).plain, [f"{p.line}: {p.message}" for p in problems]


def model(text: str) -> dict:
    plain, problems = written("models:\n  m:\n" + "".join(f"    {r}\n" for r in text.split("\n")))
    assert problems == []
    return plain["models"]["m"]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("options: [a.x, a.y]", "options: {a.x: {}, a.y: {}}"),
        ("options:\n  a.x:\n  a.y:", "options: {a.x: {}, a.y: {}}"),
        ("rules: [a.x, {require: a.y}]", "rules: [{require: a.x}, {require: a.y}]"),
        ("context: {e.x: no}", "context: {e.x: {value: no}}"),
        ("propositions: {p: a.x}", "propositions: {p: {when: a.x}}"),
        ("outcomes: {p: not a.x}", "outcomes: {p: {when: not a.x}}"),
        (
            "preferences: {a: [a.x]}",
            "preferences: {a: {readings: {stated: {order: [{want: a.x}]}}}}",
        ),
        (
            "preferences: {a: {readings: {r: [a.x, {want: a.y}]}}}",
            "preferences: {a: {readings: {r: {order: [{want: a.x}, {want: a.y}]}}}}",
        ),
        (
            "preferences: {a: {readings: {r: {weight: 30, order: [a.x]}}}}",
            "preferences: {a: {readings: {r: {weight: 30, order: [{want: a.x}]}}}}",
        ),
    ],
)
def test_short_and_full_say_the_same(short: str, full: str) -> None:
    assert model(short) == model(full)


def test_a_short_form_keeps_its_place() -> None:
    root, _ = tree_of("models: {m: {preferences: {a: [a.x,\n  not a.y]}}}", "x")
    assert isinstance(root, Table)
    write_out(root)
    path = ("models", "m", "preferences", "a", "readings", "stated", "order", 1, "want")
    spot = Places(root).of(path)
    assert (spot.line, spot.column) == (2, 3)


def test_the_sections_of_a_single_model_move_below_models() -> None:
    plain, problems = written("options: {a.x: {label: X}}\nrules: [a.x]\npreferences: {a: [a.x]}\n")
    assert problems == []
    assert plain["options"] == {"a.x": {"label": "X"}}
    main = plain["models"]["main"]
    assert (main["options"], main["rules"]) == ({"a.x": {}}, [{"require": "a.x"}])
    assert "rules" not in plain


def test_options_alone_are_a_model_that_lacks_its_preferences() -> None:
    plain, _ = written("options: {a.x: {label: X}}")
    assert "preferences" not in plain["models"]["main"]
    assert "models" not in written("case: {}")[0]


def test_top_level_sections_beside_models_are_refused() -> None:
    plain, problems = written("models: {m: {}}\nrules: [a.x]\noptions: {}\n")
    assert problems == ["2: `rules` stands outside any model, but the case has `models`"]
    assert sorted(plain) == ["models", "options"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rulse: [a.x]", "1: unknown key `rulse`"),
        ("models: {m: {\nrulse: []}}", "2: unknown key `rulse`"),
        ("models: {m: {preferences: {a: {\nreading: {}}}}}", "2: unknown key `reading`"),
        (
            "models: {m: {preferences: {a: {readings: {r: {\nordre: []}}}}}}",
            "2: unknown key `ordre`",
        ),
        ("models: {m: {what_if: {w: {\nsets: {}}}}}", "2: unknown key `sets`"),
        ("shocks: {s: {changes: [{\nstatus: {}}]}}", "2: unknown key `status`"),
        ("sources: {s: {\ntitel: X}}", "2: unknown key `titel`"),
        ("models: {m: {options: [a.x,\na.x]}}", "2: option `a.x` stands twice"),
        ("models: {m: {options: [\n[a.x]]}}", "2: a list of options holds ids only"),
    ],
)
def test_what_is_wrong_beside_short_forms(text: str, said: str) -> None:
    assert written(text)[1] == [said]


def test_an_overlay_may_move_statements() -> None:
    text = "models: {m: {what_if: {w: {preferences.a: {move: a.x, to: top}, label: X}}}}"
    assert written(text)[1] == []


@pytest.mark.parametrize("section", ["models", "options", "preferences", "shocks", "sources"])
@pytest.mark.parametrize("value", ["word", "[a, b]", "{a: b}", "{a: [b]}", "{a: {b: [c]}}", "~"])
def test_sections_of_any_shape_pass(section: str, value: str) -> None:
    written(f"{section}: {value}")
    written(f"models: {{m: {{{section}: {value}}}}}")

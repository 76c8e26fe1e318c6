"""Settings: what they hold, how they combine, and priorities that are moved."""

import pytest

from detente.case import Case, open_case
from detente.case.model import Overlay
from detente.errors import UnknownName, UsageError
from detente.stability import Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.graph import levels_of
from detente.stability.settings import checked, order_of, resolve


def model(*order):
    return Case.model_validate(
        {
            "format": "dispute-case/1",
            "case": {"id": "a", "title": "A", "question": "Why?"},
            "actors": {"a": {"name": "A"}},
            "options": {f"a.{v}": {"label": v} for v in "xyz"},
            "models": {
                "m": {
                    "options": {f"a.{v}": {} for v in "xyz"},
                    "preferences": {"a": {"readings": {"stated": {"order": list(order)}}}},
                    "what_if": {"first": {"preferences.a": {"move": "a.x", "to": "top"}}},
                }
            },
        }
    )


def moved(to, *order, what="a.x"):
    case = model(*order)
    overlay = Overlay.model_validate({"preferences.a": {"move": what, "to": to}})
    return order_of(case.models["m"], "a", checked(case.models["m"], Settings.of(overlay)))[1]


def test_settings_grow_by_merging_and_the_upper_ones_win():
    base = Settings(readings={"ru": "a"}, fix={"x": True}, irreversible=("x",))
    upper = Settings(readings={"ru": "b", "jp": "c"}, fix={"y": False}, irreversible=("y",))
    both = Settings({"ru": "b", "jp": "c"}, {"x": True, "y": False}, {}, ("x", "y"))
    assert upper.over(base) == both
    assert Settings().over(base) == base


@pytest.mark.parametrize(("to", "wants"), [("top", ["a.x", "a.y"]), ("bottom", ["a.y", "a.x"])])
def test_a_statement_is_moved(to, wants):
    assert [str(s.want) for s in moved(to, {"want": "a.y"}, {"want": "a.x"})] == wants


def test_what_was_tied_to_it_goes_on_without_it():
    tie = [{"want": "a.y"}, {"want": "a.x"}, {"want": "a.z", "about_equal": True}]
    assert levels_of(moved("bottom", *tie)) == [0, 1, 2]
    tail = [
        {"want": "a.y"},
        {"want": "a.x", "about_equal": True},
        {"want": "a.z", "about_equal": True},
    ]
    assert levels_of(moved("top", *tail)) == [0, 1, 1]


def test_a_what_if_that_moves_a_priority_changes_what_holds():
    case = model({"want": "not a.x"}, {"want": "a.x"})
    settings = Settings.of(case.models["m"].what_if["first"])
    stated, changed = (Analysis(build_graph(case, "m", s)) for s in (Settings(), settings))
    assert not any("a.x" in e.state.on for e in stated.equilibria("nash"))
    assert all("a.x" in e.state.on for e in changed.equilibria("nash"))


def test_a_statement_that_stands_nowhere_cannot_be_moved():
    with pytest.raises(UsageError, match=r"no such statement to move: found `a\.z`"):
        moved("top", {"want": "a.x"}, what="a.z")


def test_names_are_found_whatever_their_case():
    model = open_case("japan-russia").models["2018-05"]
    given = Settings({"RU": "Wedge"}, {"US.Standoff": True}, {"E.PROFIT": True}, ("JP.front",))
    found = checked(model, given)
    assert found.readings == {"ru": "wedge"}
    assert (found.fix, found.context) == ({"us.standoff": True}, {"e.profit": True})
    assert found.irreversible == ("jp.front",)
    with pytest.raises(UnknownName, match="unknown reading of ru"):
        checked(model, Settings({"ru": "wegde"}))
    with pytest.raises(UnknownName, match="did you mean `Russia`\\?"):
        resolve("actor", "Rusia", ["Russia"])


def swapped(order, *places):
    case = model(*order)
    settings = checked(case.models["m"], Settings(swapped={"A": places}))
    return order_of(case.models["m"], "a", settings)[1]


@pytest.mark.parametrize(
    ("places", "wants"),
    [((0,), "yxz"), ((1,), "xzy"), ((2,), "xyz"), ((0, 1), "yzx"), ((1, 0), "zxy"), ((), "xyz")],
)
def test_statements_change_places_with_the_next(places, wants):
    order = [{"want": f"a.{v}"} for v in "xyz"]
    assert "".join(str(s.want)[-1] for s in swapped(order, *places)) == wants


def test_which_places_are_tied_stays():
    order = [{"want": "a.x"}, {"want": "a.y", "about_equal": True}, {"want": "a.z"}]
    found = swapped(order, 0)
    assert [str(s.want) for s in found] == ["a.z", "a.y", "a.x"]
    assert levels_of(found) == [0, 0, 1]
    lower = swapped(order, 1)
    assert [str(s.want) for s in lower] == ["a.x", "a.z", "a.y"]
    assert levels_of(lower) == [0, 0, 1]


def test_a_place_that_is_not_there_is_refused():
    with pytest.raises(UsageError, match="no statement in this place"):
        swapped([{"want": "a.x"}], 1)
    with pytest.raises(UnknownName):
        checked(model({"want": "a.x"}).models["m"], Settings(swapped={"b": (0,)}))


def test_exchanges_on_top_of_others_win():
    base = Settings(swapped={"a": (0,), "b": (1,)})
    assert Settings(swapped={"a": (2,)}).over(base).swapped == {"a": (2,), "b": (1,)}

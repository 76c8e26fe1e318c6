"""From model to arrays: truth, ranks, moves and states; settings, and what is refused."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from tests.casebook.shipped import CASES, open_shipped
from tests.stability.drawn import cases, made_case
from tests.stability.plain import Plain

from detente.case import Case, Statement, parse
from detente.errors import TooLarge, UnknownName, UsageError
from detente.stability import ConflictGraph, Settings, build_graph
from detente.stability import graph as graph_module
from detente.stability.graph import State, levels_of


def graph_of(model: str, **settings: object) -> ConflictGraph:
    return build_graph(open_shipped("japan-russia"), model, Settings(**settings))  # type: ignore[arg-type]


def same(plain: Plain, graph: ConflictGraph) -> None:
    """Compare a graph with the model told in plain Python."""
    assert (list(graph.deciders), list(graph.options)) == (plain.deciders, plain.options)
    assert [s.code for s in graph.states] == np.flatnonzero(graph.feasible).tolist() == plain.states
    assert graph.status_quo == graph.state(plain.status_quo)
    for i, order in enumerate(plain.orders):
        assert [str(s.want) for s in graph.orders[i]] == [want for want, _ in order]
        assert levels_of(graph.orders[i]) == [level for _, level in order]
        assert graph.truth[i].shape == (len(order), graph.feasible.size)
        for row, (want, _) in zip(graph.truth[i], order, strict=True):
            assert row.tolist() == [plain.true(want, s) for s in range(graph.feasible.size)]
    assert np.array_equal(graph.ranks, plain.game.ranks)
    expected = [tuple(map(set, moves)) for moves in plain.game.moves]
    assert [tuple(map(set, moves)) for moves in graph.moves] == expected


def test_drawn_models_are_as_plain_python_reads_them():
    traits = set()
    for case in cases(60, 3, 4):
        plain = Plain(case)
        same(plain, build_graph(case, "main"))
        traits |= {"rules"} if len(plain.states) < 16 else {"free"}
        traits |= {f"ties {order[-1][1] + 1 < len(order)}" for order in plain.orders}
        traits |= {case.options[o].reversible for o in plain.options}
    assert traits == {"rules", "free", "ties True", "ties False", "yes", "no", "only-off"}


def test_settings_are_as_plain_python_reads_them():
    rng = np.random.default_rng(4)
    refused = taken = 0
    for case in cases(150, 3, 4):
        options = list(case.options)
        settings = Settings(
            fix={o: bool(rng.integers(2)) for o in options if rng.random() < 0.4},
            context={"e.bit": bool(rng.integers(2))},
            irreversible=tuple(o for o in options if rng.random() < 0.3),
        )
        plain = Plain(case, settings=settings)
        if plain.status_quo in plain.states:
            taken += 1
            same(plain, build_graph(case, "main", settings))
        else:
            refused += 1
            why = "status quo is not feasible" if plain.states else "no feasible state is left"
            with pytest.raises(UsageError, match=why):
                build_graph(case, "main", settings)
    assert min(refused, taken) > 10


@pytest.mark.parametrize("case", CASES)
def test_shipped_models_under_every_reading_are_as_plain_python_reads_them(case):
    for id, model in open_shipped(case).models.items():
        if len(model.options) <= 9:
            preferences = [model.preferences[d].readings for d in model.deciders()]
            for picked in product(*preferences):
                settings = Settings(readings=dict(zip(model.deciders(), picked, strict=True)))
                graph = build_graph(open_shipped(case), id, settings)
                same(Plain(open_shipped(case), id, settings), graph)
                assert graph.readings == picked


def test_without_settings_the_first_reading_is_used():
    assert graph_of("2017-11").readings == ("stated", "stated", "excuse", "jealous")
    chosen = graph_of("2017-11", readings={"ru": "pull-back"})
    assert chosen.readings == ("stated", "stated", "pull-back", "jealous")
    assert str(chosen.orders[chosen.decider("ru")][0].want) == "jp.redeploy"


def test_ids_are_found_whatever_their_case():
    loud = graph_of(
        "2018-05",
        readings={"RU": "Wedge"},
        fix={"JF.Invest": True},
        context={"E.PROFIT": True},
        irreversible=("Ru.Sov",),
    )
    plain = graph_of(
        "2018-05",
        readings={"ru": "wedge"},
        fix={"jf.invest": True},
        context={"e.profit": True},
        irreversible=("ru.sov",),
    )
    assert loud.settings == plain.settings
    assert loud.readings == plain.readings
    assert loud.option_id("JP.FRONT") == "jp.front"
    assert loud.decider("Us") == loud.deciders.index("us")
    assert loud.find(["Jf.Invest", "jf.invest"]).on == ("jf.invest",)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"readings": {"ru": "wegde"}},
            "unknown reading of ru: found `wegde`; did you mean `wedge`",
        ),
        (
            {"readings": {"rus": "wedge"}},
            "unknown actor with preferences: .* did you mean `us` or `ru`",
        ),
        ({"fix": {"ru.sow": True}}, "unknown option: found `ru.sow`; did you mean `ru.sov`"),
        ({"fix": {"e.profit": True}}, "unknown option"),
        ({"context": {"e.profits": True}}, "unknown context bit: .* did you mean `e.profit`"),
        ({"irreversible": ("ru.sofv",)}, "unknown option: .* did you mean `ru.sov`"),
    ],
)
def test_unknown_names_are_refused_with_a_hint(settings, said):
    with pytest.raises(UnknownName, match=said):
        graph_of("2018-05", **settings)


def test_an_unknown_model_is_refused_with_a_hint():
    with pytest.raises(UnknownName, match="did you mean `2018-05`"):
        graph_of("2018-5")


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        ({"jp.harsh": True, "jp.sanction": False}, "no feasible state is left: free one"),
        (
            {"jp.harsh": True, "JP.host": True, "jp.sanction": False},
            "no feasible state is left",
        ),
        ({"jp.harsh": True}, None),
        (
            {"jp.sanction": False, "jp.harsh": False},
            None,
        ),
    ],
)
def test_options_held_must_leave_a_state(fix, said):
    if said is None:
        graph = graph_of("2014", fix=fix)
        assert all(graph.where(o)[s.code] == v for s in graph.states for o, v in fix.items())
        return
    with pytest.raises(UsageError, match=said):
        graph_of("2014", fix=fix)


def test_options_held_must_not_forbid_the_present():
    with pytest.raises(UsageError) as refused:
        graph_of("2016-12", fix={"ru.return2": True})
    said = str(refused.value)
    assert "found `ru.return2=yes`" in said
    assert (
        "it breaks the rule `not (ru.return2 and ru.fortify)`; hold the conflicting option as well"
        in said
    )
    held = graph_of("2016-12", fix={"ru.return2": True, "ru.fortify": False})
    assert held.status_quo.on == ("jp.econ", "jp.partial", "ru.deals", "ru.outreach", "ru.return2")


def test_an_option_held_is_nobodys_move():
    graph = graph_of("2016-12", fix={"us.reset": True, "us.waive": False})
    assert graph.moves[graph.decider("us")].bits == ()
    assert {s.code >> graph.options.index("us.reset") & 1 for s in graph.states} == {1}
    assert len(graph.states) == 2304 // 4
    assert graph.ranks[:, graph.feasible].min(axis=1).tolist() == [0, 0, 0]


def test_moves_made_one_way_are_not_taken_back():
    graph = graph_of("2016-12", irreversible=("jp.rulaw",))
    jp = graph.moves[graph.decider("jp")]
    assert (jp.up, jp.down) == ((graph.options.index("jp.rulaw"),), ())
    held = graph_of("2016-12", fix={"jp.rulaw": True}, irreversible=("jp.rulaw",))
    assert held.moves[0].up == ()


@pytest.mark.parametrize(
    ("equal", "levels"),
    [
        ([], []),
        ([0], [0]),
        ([0, 0, 0], [0, 1, 2]),
        ([0, 1, 1, 0, 1], [0, 0, 0, 1, 1]),
        ([1, 0], [0, 1]),
    ],
)
def test_about_equal_keeps_the_level(equal, levels):
    assert levels_of([Statement(want="a", about_equal=bool(e)) for e in equal]) == levels


def test_states_by_name():
    graph = graph_of("1956")
    assert str(graph.status_quo) == "{ru.offer2, us.pressure}"
    assert graph.status_quo == State(6, ("ru.offer2", "us.pressure"))
    assert graph.find(["us.pressure", "ru.offer2"]) == graph.status_quo
    assert str(graph.find([])) == "{}"
    with pytest.raises(UnknownName, match=r"did you mean `ru\.offer2`"):
        graph.find(["ru.offer"])
    with pytest.raises(UnknownName, match="unknown decision maker"):
        graph.decider("cn")


def test_why_a_state_is_not_feasible():
    graph = graph_of("2016-12", fix={"us.waive": False})
    with pytest.raises(UsageError, match=r"it breaks the rule `not \(ru.special and jp.rulaw\)`"):
        graph.find(["ru.special", "jp.rulaw"])
    with pytest.raises(UsageError, match=r"held fixed: us\.waive"):
        graph.find(["us.waive"])
    assert graph.why_not(graph.status_quo) == ""


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("jp.econ and", "ends where an id was expected: found `jp.econ and`; use ids with"),
        ("jp.econ & ru.deals", "`&` has no meaning"),
        ("jp.econn", "unknown id in the condition: found `jp.econn`; did you mean `jp.econ`"),
        ("", "is empty"),
    ],
)
def test_conditions_that_cannot_be_read(condition, said):
    with pytest.raises(UsageError, match=said):
        graph_of("2016-12").where(condition)


def test_where_a_condition_holds_among_feasible_states():
    graph, plain = graph_of("2018-05"), Plain(open_shipped("japan-russia"), "2018-05")
    for condition in ("true", "ru.sov", "special_framework", "e.profit or jf.invest", "not ru.sov"):
        expected = [s for s in plain.states if plain.true(condition, s)]
        assert np.flatnonzero(graph.where(condition)).tolist() == expected
        assert (graph.where(parse(condition)) == graph.where(condition)).all()


def wide(options: int) -> Case:
    ids = [f"a.o{k}" for k in range(options)]
    return made_case({"a": ids[:1]}, ids)


def test_what_does_not_fit_into_memory_is_refused_before_it_is_taken():
    with pytest.raises(TooLarge, match="found `30 options, which take"):
        build_graph(wide(30), "main")
    with pytest.raises(TooLarge, match=r"expected 0\.0 GB at most"):
        build_graph(wide(10), "main", most_bytes=20_000)
    assert len(build_graph(wide(10), "main", most_bytes=40_000).states) == 1024


def test_too_many_states_are_counted_but_not_listed(monkeypatch):
    monkeypatch.setattr(graph_module, "MOST_STATES", 1000)
    graph = build_graph(wide(10), "main")
    assert graph.count == 1024
    with pytest.raises(
        TooLarge, match="found `1024`; expected at most 1,000; ask for their `count`"
    ):
        _ = graph.states


@pytest.mark.parametrize("options", [12, 13, 15])
def test_options_beyond_those_that_share_an_axis(options):
    """Statements and rules on both sides of the twelfth option, against plain Python."""
    ids = [f"{'ab'[k % 2]}.o{k}" for k in range(options)]
    last, middle = ids[-1], ids[options // 2]
    orders = {"a": [f"{last} iff a.o0", middle, "a.o2"], "b": [f"not {last}", f"b.o1 or {middle}"]}
    case = made_case(orders, ids, [f"not ({last} and {middle})", "a.o0 or not b.o3"])
    graph = build_graph(case, "main")
    column = {o: np.arange(1 << options) >> b & 1 == 1 for b, o in enumerate(ids)}
    met = [
        [column[last] == column["a.o0"], column[middle], column["a.o2"]],
        [~column[last], column["b.o1"] | column[middle]],
    ]
    feasible = ~(column[last] & column[middle]) & (column["a.o0"] | ~column["b.o3"])
    assert (graph.feasible == feasible).all()
    for i, rows in enumerate(met):
        score = sum(row.astype(int) << n for n, row in enumerate(reversed(rows)))
        places = np.unique(score[feasible], return_inverse=True)[1]
        assert (graph.ranks[i][feasible] == places).all()
        assert (graph.ranks[i][~feasible] == -1).all()
        assert (graph.truth[i] == np.array(rows)).all()
        for code in (0, 1, (1 << options) - 1, 1 << options - 1):
            assert graph.met(i, code) == tuple(bool(row[code]) for row in rows)

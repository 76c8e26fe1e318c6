"""Which states are drawn, in which order, and what is said of each."""

from __future__ import annotations

import pytest
from tests.report.evolved import TOLD, Told, held_in, told

from detente.report.evolving import HEAD, MOST, left_out, shown_states, takeaway_of, title_of

every_evolution = pytest.mark.parametrize("what", TOLD, ids=lambda t: "-".join(map(str, t[:4])))
MANY: Told = ("japan-russia", "2017-11", "jf.invest ru.concess", "improvements", None)


@every_evolution
def test_each_state_is_drawn_with_a_way_to_it(what: Told) -> None:
    scene, evolution = told(what)
    rows = shown_states(scene, evolution, held_in(what))
    assert len(rows) == min(len(evolution.reached), MOST)
    assert [r.number for r in rows] == list(range(1, len(rows) + 1))
    assert [r.found.moves for r in rows] == sorted(r.found.moves for r in rows)
    drawn = {r.found.number: r.number for r in rows}
    for row in rows:
        steps = evolution.last_steps(row.found.number)
        known = {(drawn[s.before.code], s.actor) for s in steps if s.before.code in drawn}
        assert set(row.sources) == known
        assert bool(known) == (row.found.moves > 0)
        assert all(n < row.number for n, _ in row.sources)


@every_evolution
def test_the_table_twin_holds_what_is_found(what: Told) -> None:
    scene, evolution = told(what)
    held = held_in(what)
    for row in shown_states(scene, evolution, held):
        cells = dict(zip(HEAD, row.cells, strict=True))
        assert (cells["No."], cells["Moves"]) == (str(row.number), str(row.found.moves))
        leavers = cells["Who would gain by a move"]
        assert (leavers == "nobody") == row.found.stops
        assert all(scene.words.actor(a).lower() in leavers.lower() for a in row.found.leavers)
        assert (cells["Holds under"] == "no concept") == (not held[row.found.state])
        assert row.held == bool(held[row.found.state])
        again = any(row.found.state in c.states for c in evolution.cycles)
        assert cells["Can come round again"] == ("yes" if again else "no")
        assert ("Can come round again" in row.status) == again
        for step in evolution.last_steps(row.found.number):
            assert f"{scene.words.actor(step.actor)} from" in row.came
        assert cells["Last move"].lower() == (row.came.lower() or "none")


def test_states_in_which_it_can_stop_come_before_nearer_ones() -> None:
    scene, evolution = told(MANY)
    rows = shown_states(scene, evolution, held_in(MANY))
    assert {r.found.number for r in rows} >= {r.number for r in evolution.reached if r.stops}
    asked = evolution.reached[-1].number
    rows = shown_states(scene, evolution, held_in(MANY), [asked])
    assert asked in {r.found.number for r in rows}
    assert len(rows) == MOST
    assert all(r.sources for r in rows[1:])


def test_what_is_left_out_is_counted() -> None:
    scene, evolution = told(MANY)
    rows = shown_states(scene, evolution, held_in(MANY))
    assert left_out(evolution, rows) == (
        "Not drawn: 46 states more (6 after three moves, 8 after four moves, 11 after five moves, "
        "15 after six moves, 6 after seven moves)."
    )
    cut = ("elmira-1991", "main", "", "moves", None)
    scene, evolution = told(cut)
    rows = shown_states(scene, evolution, held_in(cut))
    assert left_out(evolution, rows) == "Not drawn: two states more (2 after two moves)."
    stops = [r for r in rows if not r.found.stops]
    assert left_out(evolution, stops).endswith("It can stop in six of those.")
    assert (
        left_out(evolution, [*rows, *shown_states(scene, evolution, held_in(cut), [7, 22])]) != ""
    )


def test_nothing_is_left_out_where_all_are_drawn() -> None:
    cuba = ("cuba-1962", "main", "", "improvements", None)
    scene, evolution = told(cuba)
    assert left_out(evolution, shown_states(scene, evolution, held_in(cuba))) == ""


@pytest.mark.parametrize(
    ("what", "takeaway"),
    [
        (TOLD[0], "The conflict can go to one other state; "
                  "it can stop in “Appeal drags on, local government insists”."),
        (TOLD[1], "The conflict can go to eleven other states; it can stop in six of them."),
        (TOLD[3], "The conflict can go to seven other states; it can stop in “Air strike and withdrawal”; "
                  "improvements can also go round without end."),
        (TOLD[4], "The conflict can go to two other states; "
                  "it can stop in “Only row gives way” or “Only column gives way”."),
        (TOLD[5], "Nobody makes such a move: the conflict stays where it is."),
        (TOLD[8], "No move was looked at."),
        (TOLD[6], "The conflict can go to 740 other states within two moves; it can stop in none of them."),
    ],
)  # fmt: skip
def test_takeaways(what: Told, takeaway: str) -> None:
    scene, evolution = told(what)
    assert (
        takeaway_of(scene, evolution).replace(" within two moves", " within two moves") == takeaway
    )


def test_titles() -> None:
    titles = {title_of(*told(what)) for what in TOLD}
    assert titles == {
        "Where moves that each mover gains from lead from today",
        "Where moves that each mover gains from lead from a chosen state",
        "Where moves of any kind lead from today",
        "Where moves of any kind lead from a chosen state",
    }


def test_names_of_the_first_and_of_nameless_states() -> None:
    first = [shown_states(*told(what), held_in(what))[0].name for what in TOLD]
    assert first[0] == "Today: Appeal drags on"
    assert first[7] == "To start from: Japanese firms invest without a treaty"
    assert first[8].startswith("To start from: a state with “")
    rows = shown_states(*told(TOLD[6]), held_in(TOLD[6]))
    assert "No named outcome" in {r.name for r in rows}

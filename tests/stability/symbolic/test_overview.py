"""An overview is the answers to its questions, each with its own time."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.judgement.asked import PENNIES

from detente.stability.symbolic.equilibria import build_set
from detente.stability.symbolic.overview import overview
from detente.stability.symbolic.questions import backbone, nearest
from detente.stability.symbolic.stays import stays


@pytest.mark.parametrize("concept", ["nash", "smr", "sseq"])
def test_the_answers_are_those_of_the_questions(concept):
    case = open_shipped("elmira-1991")
    known, fresh = (build_set(case, "main", concept) for _ in range(2))
    found = overview(known, 2)
    assert [s.stable for s in found.today] == [stays(fresh, d).stable for d in fresh.game.deciders]
    assert found.found.ended == fresh.equilibria(2).ended
    assert len(found.near.changes) == len(nearest(fresh).changes)
    assert found.shared.fixed == backbone(fresh).fixed
    assert found.concept.key == concept
    assert found.exists


def test_whether_there_is_an_equilibrium():
    assert overview(build_set(PENNIES, "main")).exists is False
    assert overview(build_set(PENNIES, "main", seconds=0.0)).exists is None
    seen = build_set(open_shipped("chicken"), "main")
    seen.equilibria()
    seen.seconds = 0.0
    found = overview(seen)
    assert (found.found.states, found.found.ended, found.exists) == ((), "time", True)

"""Kinds of check: the conditions they share, and that each is documented and runs."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.casebook.shipped import open_shipped

from detente.errors import UnknownName
from detente.evidence.part import Part
from detente.judgement.check import Conditions
from detente.judgement.inquiry import CHECKS
from detente.stability import Settings

every_kind = pytest.mark.parametrize("kind", CHECKS.values(), ids=list(CHECKS))


def test_conditions_are_settings():
    given = Conditions.model_validate(
        {
            "model": "2018-05",
            "readings": {"ru": "wedge"},
            "fix": {"us.standoff": "no"},
            "context": {"e.profit": "yes"},
            "irreversible": ["ru.sov"],
        }
    )
    wanted = Settings({"ru": "wedge"}, {"us.standoff": False}, {"e.profit": True}, ("ru.sov",))
    assert given.settings() == wanted
    (id, analysis), *more = given.analyses(open_shipped("japan-russia"))
    assert (id, more, analysis.graph.settings) == ("2018-05", [], wanted)


def test_a_check_covers_each_model_named():
    several = Conditions(models=("1956", "1960"))
    found = [(id, a.graph.model) for id, a in several.analyses(open_shipped("japan-russia"))]
    assert found == [("1956", "1956"), ("1960", "1960")]
    assert Conditions(model="1956").each() == ("1956",)
    with pytest.raises(UnknownName, match="unknown model"):
        list(Conditions(model="1955").analyses(open_shipped("japan-russia")))


@pytest.mark.parametrize(
    "wrong",
    [{"modle": "1956"}, {"fix": {"a": "perhaps"}}, {"models": "1956"}, {"readings": ["ru"]}],
)
def test_conditions_refuse_what_they_do_not_know(wrong):
    with pytest.raises(ValidationError):
        Conditions.model_validate(wrong)


@every_kind
def test_a_kind_says_what_it_computes_and_takes(kind):
    assert len(kind.meaning) > 20
    assert kind.run.__doc__.startswith("Yield")
    assert issubclass(kind.arguments, Part)
    assert kind.arguments.__doc__
    assert not set(kind.arguments.model_fields) & {"compute", "say", "expect"}

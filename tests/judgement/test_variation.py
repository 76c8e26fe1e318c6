"""What turns on readings, what-ifs and quarrels of the documents."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import assessed

from detente.case.ledgers import Disagreement
from detente.judgement.variation import Quarrel, quarrels, variations

CASE, MODELS = assessed("japan-russia")
BY_ID = {m.id: m for m in MODELS}


def quarrel(switch: str) -> Quarrel:
    views = [{"view": "yes"}, {"view": "no"}]
    matter = Disagreement.model_validate({"matter": "Is it so?", "views": views, "switch": switch})
    return quarrels(CASE.model_copy(update={"disagreements": {"d": matter}}), MODELS)[0]


def test_readings_come_with_what_differs_and_whether_the_aim_holds() -> None:
    found = [v for v in variations([BY_ID["2017-11"]]) if v.kind == "reading"]
    assert len(found) == 5
    first, pull_back = found[0], found[1]
    assert (first.readings, first.changed, first.aim["nash"]) == ({"cn": "relaxed"}, False, False)
    assert (pull_back.readings, pull_back.changed) == ({"ru": "pull-back"}, True)
    assert pull_back.aim["nash"]


def test_a_what_if_changes_something_if_other_outcomes_hold() -> None:
    found = {v.label: v for v in variations([BY_ID["1956"]])}
    free = found["Washington does not press Tokyo"]
    assert (free.kind, free.changed, free.outcomes) == ("what-if", True, (("settled",),))
    assert not free.holds["nash"]


def test_without_an_aim_nothing_is_said_of_it() -> None:
    m = BY_ID["1956"]
    bare = replace(m, model=m.model.model_copy(update={"aim": ""}))
    assert [dict(v.aim) for v in variations([bare])] == [{}]


def test_the_quarrels_of_the_flagship() -> None:
    found = {q.id: (q.conduct, q.by) for q in quarrels(CASE, MODELS)}
    assert found["d1"] == ("same", "models")
    assert found["d2"] == found["d3"] == ("different", "readings")
    assert found["d4"] == ("different", "models")
    assert [k for k, (conduct, _) in found.items() if conduct == "unknown"] == [
        "d5",
        "d6",
        "d7",
        "d8",
        "d10",
    ]


def test_optimist_and_pessimist_act_alike_on_all_that_they_share() -> None:
    found = quarrel("model 2016-12 against model 2016-09")
    assert (found.conduct, found.differing) == ("same", ())
    assert set(found.shared) == {"jp.econ", "jp.exit", "ru.deals", "ru.outreach", "ru.return2"}


def test_models_that_differ_name_the_option() -> None:
    found = quarrel("The order of the firms in models 2014 and 2017-11.")
    assert (found.conduct, found.differing) == ("different", ("jf.invest",))


def test_a_single_reading_is_compared_with_the_one_in_use() -> None:
    assert quarrel("reading pull-back of model 2017-11").conduct == "different"
    assert quarrel("reading relaxed of model 2017-11").conduct == "same"
    assert quarrel("reading excuse of model 2017-11").conduct == "unknown"


def test_a_fact_of_one_model_is_compared_with_its_what_if() -> None:
    found = quarrel("the bit e.profit of model 2018-05")
    assert (found.conduct, found.by) == ("different", "facts")


def test_what_names_nothing_comparable_is_unknown() -> None:
    for switch in ("", "Mechanism M11 against M12", "model 2014 alone", "models 1956 and 1992"):
        found = quarrel(switch)
        assert (found.conduct, found.differing) == ("unknown", ())

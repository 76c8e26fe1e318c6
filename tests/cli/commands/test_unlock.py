"""`detente unlock`: shape, counts, proofs."""

import pytest


@pytest.mark.parametrize(
    ("model", "target", "by", "edits"),
    [
        ("2016-12", "two_islands", [], 1),
        ("2016-12", "two_islands", ["jp", "us"], None),
        ("treaty-menu", "JP.t2 and ru.t2", [], 1),
        ("treaty-menu", "no_islands", ["ru,us"], None),
        ("treaty-menu", "four_islands", ["ru"], 1),
        ("2014", "normalised", ["jp", "jf", "us"], None),
        ("2014", "over_ukraines_head", ["jp"], 2),
        ("2018-05", "special_framework", ["ru"], 1),
    ],
)
def test_edit_counts(as_json, model, target, by, edits):
    if target.startswith("JP"):
        target = target.lower()
    chosen = [x for actor in by for x in ("--by", actor)]
    code, data = as_json("unlock", "japan-russia", "--model", model, "--target", target, *chosen)
    assert code == 0
    assert data["edits"] == edits
    assert data["complete"] is True
    assert bool(data["solutions"]) == (edits is not None)
    assert set(data["searched"]) == {"by", "at_most"}


def test_a_solution_says_who_does_what_and_what_then_holds(as_json):
    _, data = as_json("unlock", "japan-russia", "--model", "2016-12", "--target", "two_islands")
    reverse = next(s for s in data["solutions"] if s["edits"][0]["operation"] == "reverse")
    assert reverse["edits"] == [
        {
            "actor": "ru",
            "operation": "reverse",
            "statement": "not ru.return2 if not carve_out",
            "position": 1,
        }
    ]
    assert {"jp.partial", "ru.return2"} <= set(reverse["states"][0])


def test_keeping_the_guard_takes_all_three(as_json):
    arguments = ["--model", "2016-12", "--target", "two_islands", "--keep", "ru:1"]
    _, data = as_json("unlock", "japan-russia", *arguments)
    assert data["edits"] == 3
    assert {tuple(e["actor"] for e in s["edits"]) for s in data["solutions"]} == {
        ("jp", "ru", "us")
    }


def test_stopped_early_is_not_called_a_proof(as_json, detente):
    arguments = ["unlock", "japan-russia", "--model", "2016-12", "--target", "two_islands"]
    _, data = as_json(*arguments, "--by", "us", "--seconds", "0")
    assert (data["edits"], data["complete"]) == (None, False)
    assert "Stopped early" in detente(*arguments, "--by", "us", "--seconds", "0")[1]
    assert "Proven: no set of up to 3 changes" in detente(*arguments, "--by", "us")[1]


def test_a_concept_that_is_no_threshold_is_refused(detente):
    arguments = ["--model", "2016-12", "--target", "two_islands", "--concept", "lcc:2"]
    code, _, err = detente("unlock", "japan-russia", *arguments)
    assert code == 2
    assert "needs a concept that is a threshold: found `lcc:2`; expected one of nash" in err

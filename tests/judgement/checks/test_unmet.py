"""The first priority that is not met in what holds."""

from tests.judgement.asked import rows


def test_there_is_a_row_for_each_state_that_holds():
    found = rows("unmet", "prisoners-dilemma", model="main", actor="row")
    assert [(f["state"], f["position"], f["of"]) for f in found] == [
        ([], 1, 4),
        (["row.cooperate", "column.cooperate"], 1, 4),
    ]
    (nash,) = rows("unmet", "prisoners-dilemma", model="main", actor="Row", concept="nash")
    assert (nash["actor"], nash["state"]) == ("row", [])


def test_a_party_that_has_all_it_wants_has_no_first_unmet_priority():
    (found,) = rows("unmet", "japan-russia", model="2018-05", actor="us")
    assert (found["position"], found["of"]) == (None, 3)

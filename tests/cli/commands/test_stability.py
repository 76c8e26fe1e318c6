"""`detente stability`: the JSON shape that others rely on, and its options."""

import pytest

FIVE = ["2014", "2016-09", "2016-12", "2018-05", "treaty-menu"]
WEDGE = ["--model", "2018-05", "--reading", "ru=wedge"]
NINE = [*FIVE, "2017-11", "1956", "1960", "1992"]


def test_shape_for_every_model(as_json):
    code, data = as_json("stability", "japan-russia")
    assert code == 0
    assert data["case"] == "japan-russia"
    assert {m["model"] for m in data["models"]} == set(NINE)
    for model in data["models"]:
        assert set(model["equilibria"]) == {"nash", "gmr", "smr", "seq", "sseq"}
        for concept, states in model["reachable"].items():
            assert all(s in model["equilibria"][concept] for s in states)


@pytest.mark.parametrize("model", FIVE)
def test_the_status_quo_is_the_only_nash_and_sequential_state(as_json, model):
    _, data = as_json("stability", "japan-russia", "--model", model)
    (found,) = data["models"]
    assert found["equilibria"]["nash"] == found["equilibria"]["seq"] == [found["status_quo"]]
    assert found["reachable"]["nash"] == [found["status_quo"]]


@pytest.mark.parametrize(
    ("arguments", "concept", "states"),
    [
        (["--model", "1956", "--fix", "us.pressure=no"], "nash", [["jp.accept2", "ru.offer2"]]),
        (["--model", "1992", "--fix", "RP.outrage=no"], "seq", [["jp.demand", "ru.visit"]]),
        (
            [*WEDGE, "--context", "e.profit=yes", "--fix", "us.standoff=no"],
            "seq",
            [["jp.front", "jp.special", "jf.invest", "ru.sov", "ru.sez", "ru.outreach"]],
        ),
        (
            ["--model", "2018-05", "--what-if", "wedge_at_best"],
            "seq",
            [["jp.front", "jp.special", "jf.invest", "ru.sov", "ru.sez", "ru.outreach"]],
        ),
    ],
)
def test_options_held_bits_set_readings_chosen(as_json, arguments, concept, states):
    _, data = as_json("stability", "japan-russia", *arguments)
    assert data["models"][0]["equilibria"][concept] == states


def test_irreversible_moves_add_equilibria_out_of_reach(as_json):
    flags = ["--irreversible", "jp.rulaw", "--irreversible", "ru.return2"]
    _, data = as_json("stability", "japan-russia", "--model", "2016-12", *flags)
    (found,) = data["models"]
    assert len(found["equilibria"]["nash"]) > 1
    assert found["reachable"]["nash"] == [found["status_quo"]]


def test_one_concept_only(as_json):
    _, data = as_json("stability", "chicken", "--concept", "SEQ")
    assert list(data["models"][0]["equilibria"]) == ["seq"]


def test_text_says_what_holds(detente):
    _, out, _ = detente("stability", "japan-russia", "--model", "2016-12")
    assert "2,304 feasible states" in out
    assert "Nash stability: the status quo, and nothing else" in out

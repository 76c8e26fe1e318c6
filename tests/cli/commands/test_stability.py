"""`detente stability`: the JSON shape that others rely on, and its options."""

import json

import pytest
from benchmarks.beyond import conflict

FIVE = ["2014", "2016-09", "2016-12", "2018-05", "treaty-menu"]
WEDGE = ["--model", "2018-05", "--reading", "ru=wedge"]
NINE = [*FIVE, "2017-11", "1956", "1960", "1992"]


def test_shape_for_every_model(as_json):
    code, data = as_json("stability", "japan-russia")
    assert code == 0
    assert data["case"] == "japan-russia"
    assert {m["model"] for m in data["models"]} == {*NINE, "talks"}
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


def test_concepts_of_every_kind(as_json):
    names = ["LH:3", "nm", "stackelberg:row", "row=nash, column=seq", "sim"]
    chosen = [x for name in names for x in ("--concept", name)]
    code, data = as_json("stability", "chicken", *chosen)
    assert code == 0
    both, row, column = ["row.swerve", "column.swerve"], ["row.swerve"], ["column.swerve"]
    assert data["models"][0]["equilibria"] == {
        "lh:3": [both],
        "nm": [both],
        "stackelberg:row": [column],
        "row=nash,column=seq": [row, column],
        "sim": [row, column, both],
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lh", "needs a parameter: found `lh`; expected a number of moves; for example lh:3"),
        ("lh:0", "not a number of moves: found `0`; expected 1 to 100"),
        ("nsh", "did you mean `nash`"),
        ("row=nash", "a decision maker has no concept: found `row=nash`; expected one for column"),
        ("rov=nash,seq", "unknown decision maker: found `rov`; did you mean `row`"),
        ("stackelberg:rov", "unknown decision maker: found `rov`; did you mean `row`"),
    ],
)
def test_names_of_concepts_that_do_not_fit(detente, name, said):
    code, _, err = detente("stability", "chicken", "--concept", name)
    assert code == 2
    assert said in err


def test_foresight_of_three(detente):
    code, _, err = detente("stability", "elmira-1991", "--model", "main", "--concept", "lh:2")
    assert code == 2
    assert "found `3`; for more ask for lcc:N or lci:N" in err


def test_text_says_what_holds(detente):
    _, out, _ = detente("stability", "japan-russia", "--model", "2016-12")
    assert "2,304 feasible states" in out
    assert "Nash stability: the status quo, and nothing else" in out


def test_coalitions_as_data(as_json):
    pair, jump = "moe,uniroyal", ["uniroyal.delay", "lg.insist"]
    code, data = as_json("stability", "elmira-1991", "--coalition", pair, "--coalition", "LG")
    assert code == 0
    together, alone = data["models"][0]["coalitions"]
    assert together["group"] == pair.split(",")
    assert together["improvements"] == []
    assert together["stable"] == dict.fromkeys(["cnash", "cgmr", "csmr", "cseq"], True)
    after = ["moe.modify", "uniroyal.accept", "lg.insist"]
    assert together["jumps"] == [{"from": jump, "to": after}]
    assert alone["improvements"] == [jump]
    assert alone["stable"] == {"cnash": False, "cgmr": True, "csmr": True, "cseq": True}


def test_a_coalition_in_text(detente):
    flags = ["--model", "2016-12", "--coalition", "jp,ru"]
    code, out, _ = detente("stability", "japan-russia", *flags)
    assert code == 0
    assert "Japan and Russia together:\n  No state that they can bring about" in out


@pytest.mark.parametrize("group", ["jp,", ",", "jp,nobody"])
def test_what_is_no_coalition(detente, group):
    code, _, err = detente("stability", "japan-russia", "--coalition", group)
    assert code == 2
    assert "NAME,NAME" in err or "unknown decision maker in the model `1956`: found `nobody`" in err


@pytest.fixture
def wide(tmp_path):
    """Write a conflict of forty options and return its file."""
    case = conflict(40, 4).model_dump(mode="json", exclude_unset=True)
    path = tmp_path / "case.yaml"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


def test_both_engines_find_the_same(as_json):
    for model in FIVE:
        _, plain = as_json("stability", "japan-russia", "--model", model)
        _, by_sat = as_json("stability", "japan-russia", "--model", model, "--engine", "sat")
        (one,), (other,) = plain["models"], by_sat["models"]
        assert (one["engine"], other["engine"], other["complete"]) == ("explicit", "sat", True)
        assert one["equilibria"]["nash"] == other["equilibria"]["nash"]
        assert other["nearest"] == {"state": one["status_quo"], "changes": [], "proven": True}


def test_a_model_too_large_to_list_is_left_to_the_sat_engine(detente, as_json, wide):
    code, _, err = detente("stability", wide, "--engine", "explicit")
    assert code == 2
    assert "--engine symbolic" in err
    code, data = as_json("stability", wide, "--limit", "3", "--concept", "gmr")
    assert code == 0
    assert (data["models"][0]["engine"], len(data["models"][0]["equilibria"]["gmr"])) == ("sat", 3)
    code, data = as_json("stability", wide, "--engine", "sat", "--limit", "3")
    (found,) = data["models"]
    assert code == 0
    assert len(found["equilibria"]["nash"]) == 3
    assert (found["exists"], found["complete"], found["ended"]) == (True, False, "limit")
    assert found["nearest"]["state"]
    assert found["fixed"]


def test_a_search_cut_short_claims_nothing(as_json, wide):
    _, data = as_json("stability", wide, "--engine", "sat", "--seconds", "0")
    (found,) = data["models"]
    assert (found["exists"], found["complete"], found["ended"]) == (None, False, "time")
    assert found["nearest"] is found["fixed"] is None


def test_an_engine_that_is_for_nash(detente):
    code, _, err = detente("stability", "japan-russia", "--engine", "bits", "--concept", "seq")
    assert code == 2
    assert "`--engine bits` answers for `--concept nash` only" in err


@pytest.mark.parametrize("engine", ["symbolic", "sat", "bits", "diagrams"])
@pytest.mark.parametrize("flags", [["--coalition", "jp,ru"], ["--preferences", "unknown:a"]])
def test_what_is_for_the_explicit_engine_only(detente, engine, flags):
    code, _, err = detente("stability", "japan-russia", "--engine", engine, *flags)
    assert code == 2
    assert f"`--coalition` and `--preferences` are not for `--engine {engine}`" in err


def test_a_concept_that_is_not_for_the_symbolic_engine(detente):
    code, _, err = detente("stability", "chicken", "--engine", "symbolic", "--concept", "nm")
    assert code == 2
    assert "the symbolic engine needs a concept that is a threshold: found `nm`" in err


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq", "sseq", "jp=nash,seq"])
def test_every_threshold_by_both_engines(as_json, concept):
    flags = ["--model", "1956", "--concept", concept, "--limit", "400"]
    (one,), (other,) = (
        as_json("stability", "japan-russia", *flags, "--engine", engine)[1]["models"]
        for engine in ("explicit", "symbolic")
    )
    assert (one["engine"], other["engine"]) == ("explicit", "sat")
    assert one["equilibria"] == other["equilibria"]
    assert other["complete"]
    stable = {
        actor: today["stable"] for actor, today in other["concepts"][concept]["today"].items()
    }
    assert list(stable) == one["decision_makers"]
    assert all(stable.values()) == (one["status_quo"] in one["equilibria"][concept])


def test_equilibria_are_counted_without_ranks(as_json):
    code, data = as_json("stability", "japan-russia", "--model", "2016-12", "--engine", "bits")
    (found,) = data["models"]
    assert code == 0
    assert (found["engine"], found["feasible_states"]) == ("bits", 2304)
    assert found["equilibria"]["nash"] == [found["status_quo"]]


def test_all_equilibria_are_counted_by_diagrams(as_json, detente, wide):
    flags = ["--engine", "diagrams", "--concept", "nash", "--concept", "gmr"]
    code, data = as_json("stability", wide, *flags)
    (found,) = data["models"]
    assert (code, found["engine"]) == (0, "diagrams")
    counts = [found["concepts"][concept]["equilibria"]["count"] for concept in ("nash", "gmr")]
    assert 0 < counts[0] < counts[1] < found["feasible_states"]
    assert "equilibria" not in found
    code, out, _ = detente("stability", wide, *flags)
    assert code == 0
    assert out.count(" are equilibria (") == 2
    _, data = as_json("stability", wide, "--engine", "diagrams", "--seconds", "0")
    assert data["models"][0]["concepts"]["nash"]["ended"] == "time"

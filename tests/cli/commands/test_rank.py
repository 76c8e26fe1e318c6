"""`detente rank`: the JSON shape that others rely on, and its options."""

import pytest


def test_shape(as_json):
    code, data = as_json("rank", "elmira-1991", "--model", "main")
    assert code == 0
    assert set(data) == {"case", "digest", "models"}
    (model,) = data["models"]
    assert model["sorted_by"] == ["concepts", "coalitions", "reach", "unsure", "edits", "margin"]
    s5 = next(e for e in model["equilibria"] if e["outcomes"] == ["s5"])
    unsettled = s5["edits"].pop("unsettled")
    assert s5 == {
        "place": 6,
        "undominated": True,
        "state": ["uniroyal.delay", "lg.insist"],
        "outcomes": ["s5"],
        "concepts": ["nash", "gmr", "smr", "seq", "sseq"],
        "strongest": ["nash"],
        "margins": [{"concept": "nash", "actor": "uniroyal", "ranks": 1}],
        "reach": {"improvements": 1, "moves": 1},
        "edits": {"of": 78, "kept": 70, "share": 70 / 78},
        "unsure": None,
        "upset_by": [
            {
                "coalition": ["moe", "uniroyal"],
                "to": [["moe.modify", "uniroyal.accept", "lg.insist"]],
            }
        ],
    }
    assert len(unsettled) == 8
    swap = next(u for u in unsettled if u["operation"] == "swap")
    assert swap == {
        "actor": "uniroyal",
        "operation": "swap",
        "position": 4,
        "with": 5,
        "lost": ["nash", "gmr", "smr", "seq", "sseq"],
    }
    assert {u["with"] for u in unsettled if u["operation"] != "swap"} == {None}


@pytest.mark.parametrize("model", ["2014", "2016-09", "2016-12", "2018-05", "treaty-menu"])
def test_today_stands_first_in_the_flagship(as_json, model):
    _, data = as_json("rank", "japan-russia", "--model", model)
    first, *others = data["models"][0]["equilibria"]
    assert (first["place"], first["strongest"]) == (1, ["nash"])
    assert first["reach"] == {"improvements": 0, "moves": 0}
    assert first["upset_by"] == []
    assert all(e["reach"]["improvements"] is None for e in others)


def test_criteria_concepts_and_conditions(as_json, detente):
    arguments = ["rank", "japan-russia", "--model", "1956", "--fix", "us.pressure=no"]
    _, data = as_json(*arguments, "--concept", "nash", "--by", "reach,edits", "--by", "margin")
    (model,) = data["models"]
    assert (model["concepts"], model["sorted_by"]) == (["nash"], ["reach", "edits", "margin"])
    assert model["equilibria"][0]["state"] == ["jp.accept2", "ru.offer2"]
    code, out, _ = detente("rank", "chicken", "--concept", "nash")
    assert code == 0
    assert "1=* “Only row gives way”" in out


def test_what_there_is_not(detente):
    code, _, err = detente("rank", "chicken", "--by", "beauty")
    assert code == 2
    assert "unknown criterion: found `beauty`" in err
    assert detente("rank", "elmira-1991", "--model", "literature")[0] == 2

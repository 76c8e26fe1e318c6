"""`detente explain`: one state, party by party, with the witness."""


def test_todays_state_of_the_latest_model(as_json):
    _, data = as_json("explain", "japan-russia")
    assert data["is_status_quo"]
    assert {v["actor"] for v in data["verdicts"]} == {"jp", "jf", "ru", "us"}
    assert all(v["stable"] for v in data["verdicts"])


def test_a_deterred_improvement_comes_with_its_sanction(as_json):
    reading = ["--reading", "ru=reassure-china", "--actor", "ru", "--concept", "seq"]
    _, data = as_json("explain", "japan-russia", "--model", "2017-11", *reading)
    (verdict,) = data["verdicts"]
    assert verdict["stable"]
    assert verdict["improvements"]
    assert all(i["deterred"] and i["sanction"][0]["actor"] != "ru" for i in verdict["improvements"])


def test_an_unanswered_improvement_makes_a_state_unstable(detente):
    state = "jp.partial ru.return2"
    _, out, _ = detente("explain", "japan-russia", "--model", "2016-12", "--state", state)
    assert "Russia, Nash stability: NOT stable" in out
    assert "Nothing answers this." in out


def test_each_by_its_own_concept(as_json):
    mixed = ["--concept", "row=lh:2,seq", "--state", "row.swerve,column.swerve"]
    _, data = as_json("explain", "chicken", *mixed)
    told = {v["actor"]: v for v in data["verdicts"]}
    assert [told[a]["concept"] for a in ("row", "column")] == ["lh:2", "seq"]
    (move,) = told["row"]["improvements"]
    assert move["to"] == ["column.swerve"]
    assert move["ends"] == [["column.swerve"]]
    assert (move["deterred"], move["sanction"], told["row"]["margin"]) == (False, [], None)
    assert told["column"]["improvements"][0]["ends"] == []


def test_a_concept_that_is_no_threshold_in_graph_form(detente):
    chosen = ["--model", "literature", "--state", "s5", "--concept", "lcc:2", "--concept", "berge"]
    _, out, _ = detente("explain", "elmira-1991", *chosen)
    flat = " ".join(out.split())
    assert "The others could help it by going to s" in flat
    assert "That may come to s8" in flat

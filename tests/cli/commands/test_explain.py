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

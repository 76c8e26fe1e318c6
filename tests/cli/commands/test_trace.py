"""`detente trace`: its JSON shape and its options."""


def test_down_and_up(as_json):
    code, data = as_json("trace", "japan-russia", "condition/E4")
    assert code == 0
    assert [r["at"] for r in data["found"][0]["rests_on"]] == ["002¶23", "002¶24"]
    code, data = as_json("trace", "japan-russia", "002¶23")
    assert code == 0
    assert "hypotheses/condition/E4" in [r["handle"] for r in data["resting"]]


def test_something_must_be_asked(detente):
    code, _, err = detente("trace", "japan-russia")
    assert code == 2
    assert "name a thing to trace, or what to drop" in err


def test_an_unknown_thing_is_refused_with_the_nearest(detente):
    code, _, err = detente("trace", "japan-russia", "M063")
    assert code == 2
    assert "did you mean `M63`" in err

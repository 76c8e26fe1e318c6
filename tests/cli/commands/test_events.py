"""`detente events`: its JSON shape and its options."""


def test_shape(as_json):
    code, data = as_json("events", "japan-russia", "--between", "cn, ru")
    assert code == 0
    assert set(data) == {"case", "between", "periods", "expected", "pairs"}
    assert data["between"] == ["cn", "ru"]
    assert data["periods"]["2016"]["forth"]["mean"] == 5.0


def test_one_actor_is_no_pair(detente):
    code, _, err = detente("events", "japan-russia", "--between", "jp")
    assert code == 2
    assert "two actors" in err

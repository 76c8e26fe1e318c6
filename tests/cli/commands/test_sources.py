"""`detente sources`: its JSON shapes and its options."""


def test_shapes(as_json):
    code, data = as_json("sources", "japan-russia")
    assert (code, data["sources"]["000"]["reliability"]) == (0, "B")
    _, data = as_json("sources", "japan-russia", "--judgements")
    assert data["unanimous"] == ["j2", "j3", "j15", "j16"]
    _, data = as_json("sources", "japan-russia", "--coverage")
    assert data["counts"]["push"]["ours"] == 12


def test_one_view_at_a_time(detente):
    assert detente("sources", "japan-russia", "--judgements", "--coverage")[0] == 2

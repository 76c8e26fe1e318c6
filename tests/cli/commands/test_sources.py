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


def test_out_and_in(as_json, tmp_path):
    file = tmp_path / "sources.json"
    code, data = as_json("sources", "japan-russia", "--csl", file)
    assert (code, data["written"]) == (0, [str(file)])
    code, data = as_json("sources", file)
    assert (code, data["sources"]["000"]["publisher"]) == (0, "RUSI")

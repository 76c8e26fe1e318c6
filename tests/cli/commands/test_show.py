"""`detente show`."""


def test_overview(detente):
    code, out, _ = detente("show", "japan-russia")
    assert code == 0
    assert "2016-12" in out
    assert "Q30" in out


def test_a_model_in_full_with_its_sources(detente):
    _, out, _ = detente("show", "japan-russia", "--model", "2016-12")
    assert "002¶25" in out
    assert "* jp.econ" in out


def test_json(as_json):
    _, data = as_json("show", "japan-russia")
    assert len(data["models"]) == 10
    assert len(data["sources"]) == 5

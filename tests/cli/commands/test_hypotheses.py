"""`detente hypotheses`: its JSON shape and its options."""


def test_shape(as_json):
    code, data = as_json("hypotheses", "japan-russia", "condition", "--best", "3")
    assert code == 0
    assert set(data) == {"case", "set", "question", "scores", "chosen", "hangs_on", "predictions"}
    assert data["chosen"]["least"] == ["h4"]
    assert data["hangs_on"]["turns"] == []
    tests = data["predictions"]["tests"]
    assert tests["pull-back"]["hypotheses"]["h2"]["asked"] == {"ru.treaty": "always"}
    assert tests["pull-back"]["hypotheses"]["h2"]["stays"] is False


def test_documents_and_rows(as_json):
    code, data = as_json(
        "hypotheses", "japan-russia", "condition", "--document", "000", "--without", "E6"
    )
    assert (code, data["chosen"]["scores"]["h2"]) == (0, 1.8)


def test_an_unknown_source(detente):
    code, _, err = detente("hypotheses", "japan-russia", "abe", "--document", "009")
    assert code == 2
    assert "unknown source" in err

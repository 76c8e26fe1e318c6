"""`detente forecast`: options and exit codes."""


def test_text_and_full(detente):
    code, out, err = detente("forecast", "japan-russia", "--question", "treaty", "--runs", 10)
    assert (code, err) == (0, "")
    assert "almost no chance" in out
    full = detente("forecast", "japan-russia", "--question", "treaty", "--runs", 10, "--full")[1]
    assert "0 of 10 runs" in full


def test_json(as_json):
    arguments = ("forecast", "japan-russia", "--question", "treaty", "--runs", 10, "--seed", 3)
    code, data = as_json(*arguments)
    assert (code, data["seed"], list(data["questions"])) == (0, 3, ["treaty"])


def test_refusals(detente):
    assert detente("forecast", "japan-russia", "--runs", 0)[0] == 2
    assert detente("forecast", "japan-russia", "--workers", 0)[0] == 2
    code, _, err = detente("forecast", "japan-russia", "--question", "traety")
    assert code != 0
    assert "did you mean `treaty`?" in err

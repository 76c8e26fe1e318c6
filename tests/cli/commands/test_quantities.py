"""`detente quantities`."""

import json

from detente.cli.main import run


def test_text_and_json(capsys):
    assert run(["quantities", "japan-russia"]) == 0
    assert "What follows from them:" in capsys.readouterr().out
    assert run(["quantities", "japan-russia", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["derived"]["investment_ratio"]["value"] == 45
    assert run(["quantities", "no-such-case"]) != 0

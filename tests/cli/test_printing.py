"""Printing: one object, plain text, exit code passed on."""

import json

from detente.cli.printing import fail, show
from detente.errors import InvalidCase, Problem
from detente.workflow.outcome import Outcome


def test_json_is_one_line_and_keeps_every_letter(capsys):
    assert show(Outcome({"a": "000¶24"}, "text", code=1), as_json=True) == 1
    assert json.loads(capsys.readouterr().out) == {"a": "000¶24"}


def test_text(capsys):
    assert show(Outcome({}, "what holds"), as_json=False) == 0
    assert capsys.readouterr().out == "what holds\n"


def test_problems_of_a_case_as_json():
    error = json.loads(fail(InvalidCase([Problem("case.yaml", 3, 7, "wrong", "right")])))
    assert error["problems"] == [
        {"message": "wrong", "file": "case.yaml", "line": 3, "column": 7, "hint": "right"}
    ]

"""Run the command line in this process."""

import json

import pytest

from detente.cli.main import run


@pytest.fixture
def detente(capsys):
    """Run a command; return exit code, standard output and standard error."""

    def call(*arguments):
        code = run([str(a) for a in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def as_json(detente):
    """Run a command with --json; return exit code and the one object on standard output."""

    def call(*arguments):
        code, out, _ = detente(*arguments, "--json")
        assert out.count("\n") == 1, "one object on one line"
        return code, json.loads(out)

    return call

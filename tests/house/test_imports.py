"""Imports look only upstream, and the contract knows every room."""

from pathlib import Path

from importlinter import cli

ROOT = Path(__file__).parents[2]


def test_contracts_are_kept(capsys):
    assert cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0, (
        capsys.readouterr().out
    )

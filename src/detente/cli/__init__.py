"""The command line: parse, call one function of `workflow`, print what it returns."""

from detente.cli.main import main

__all__ = ["main"]

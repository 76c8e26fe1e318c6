"""Say what is wrong with text that is no YAML, and what to type instead."""

from __future__ import annotations

import re

import yaml

from detente.errors import Problem

__all__ = ["syntax_problem"]

_SAID = {
    "mapping values are not allowed": ("`: ` in the middle of text", "put the text in quotes"),
    "could not find expected ':'": ("a key without `:`", "write `key: value`, on one line"),
    "cannot start any token": ("text cannot begin with `{sign}`", "put the text in quotes"),
    "found unexpected ':'": ("`:` without a space after it", "write a space after the `:`"),
    "did not find expected ',' or '}'": (
        "`{here}` inside the map that `{{` opens in column {column}",
        "close the map with `}}`, or put text that holds `{{ }} [ ] ,` in quotes",
    ),
    "did not find expected ',' or ']'": (
        "`{here}` inside the list that `[` opens in column {column}",
        "close the list with `]`, or put text that holds `{{ }} [ ] ,` in quotes",
    ),
    "did not find expected node content": (
        "`{here}` where a value was expected",
        "put text that begins with `{sign}` in quotes",
    ),
    "did not find expected key": (
        "`{here}` where a key was expected",
        "indent this line like the keys above it; text with quotation marks in it must be quoted",
    ),
    "did not find expected '-' indicator": (
        "`{here}` where the next `- ` of a list was expected",
        "indent this line like the lines of its entry",
    ),
    "block sequence entries are not allowed": (
        "`- ` after a key on the same line",
        "begin the list on the next line, or write `[…]`",
    ),
    "unknown escape character": (
        "`\\` means something inside double quotes",
        "use single quotes, or write `\\\\` for a backslash",
    ),
    "did not find expected alphabetic or numeric character": (
        "text cannot begin with `{sign}`",
        "put the text in quotes",
    ),
    "did not find expected comment or line break": (
        "`{sign}` opens a block of text, which begins on the next line",
        "put the text in quotes",
    ),
}
"""Piece of the parser's message → what we say, and what to do. `sign` is the character at the
place, `here` the words from there on."""

_KEY = re.compile(r"[\s-]*[\w.\-]+")


def syntax_problem(error: yaml.YAMLError, shown: str, text: str) -> Problem:
    """Return the problem that an error of the YAML parser stands for, at the most useful place."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(shown, 1, 1, f"no valid YAML: {str(error).splitlines()[0]}", "")
    said = error.problem or str(error).splitlines()[0]
    lines = text.split("\n")
    line, column = _at(error.problem_mark or error.context_mark)
    opened = _at(error.context_mark) if error.context_mark else (line, column)
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return Problem(shown, line, 1, "a tab in the indentation", "indent with spaces")
    if "quoted scalar" in (error.context or "") and "end of stream" in said:
        sign = lines[opened[0] - 1][opened[1] - 1]
        hint = f"add a `{sign}` where the text ends; inside single quotes `'` is written `''`"
        return Problem(shown, *opened, f"the quotation mark `{sign}` is never closed", hint)
    before, rest = here[: column - 1], here[column - 1 :]
    runs_on = not rest.strip() or rest[0] == ":" or not before.strip(" -")
    if opened[0] < line and "flow" in (error.context or "") and runs_on:
        return _unclosed(lines, opened, line, shown)
    if said.startswith("mapping values") and _KEY.fullmatch(before):
        message = f"`{here.strip()[:40]}` continues the text of the line above"
        return Problem(shown, line, column, message, "align it with its neighbours, `key: value`")
    return _translated(said, shown, line, column, here, opened[1])


def _at(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _unclosed(lines: list[str], opened: tuple[int, int], line: int, shown: str) -> Problem:
    sign = lines[opened[0] - 1][opened[1] - 1]
    hint = "add the `}`" if sign == "{" else "add the `]`"
    return Problem(shown, *opened, f"`{sign}` is not closed before line {line}", hint)


def _translated(said: str, shown: str, line: int, column: int, here: str, opened: int) -> Problem:
    rest = here[column - 1 :].strip() or "the end"
    words = {"sign": rest[:1], "here": rest[:30], "column": opened}
    found = next((v for piece, v in _SAID.items() if piece in said), None)
    if found is None:
        return Problem(shown, line, column, f"no valid YAML: {said}", "put plain text in quotes")
    message, hint = (part.format(**words) for part in found)
    return Problem(shown, line, column, message, hint)

"""Say what is wrong with text that is no YAML, and what to type instead."""

from __future__ import annotations

import re

import yaml

from detente.errors import Problem

__all__ = ["syntax_problem"]

_QUOTE = "put the text in quotes"
_CANNOT_BEGIN = ("text cannot begin with {sign}", _QUOTE)
_BRACKETS = "close it with `{close}`, or put text that holds `{{ }} [ ] ,` or `: ` in quotes"
_SAID = {
    "mapping values are not allowed": ("`: ` in the middle of text", _QUOTE),
    "could not find expected ':'": (
        "`{here}` is no `key: value`",
        "write `:` and a space after the key",
    ),
    "cannot start any token": _CANNOT_BEGIN,
    "did not find expected alphabetic or numeric character": _CANNOT_BEGIN,
    "did not find expected comment or line break": _CANNOT_BEGIN,
    "found unexpected ':'": ("`:` without a space after it", "write a space after the `:`"),
    "did not find expected ',' or '}'": (
        "`{here}` inside the map that `{{` opens in column {column}",
        _BRACKETS.replace("{close}", "}}"),
    ),
    "did not find expected ',' or ']'": (
        "`{here}` inside the list that `[` opens in column {column}",
        _BRACKETS.replace("{close}", "]"),
    ),
    "did not find expected node content": (
        "`{here}` where a value was expected",
        "write the value, or put text that begins with {sign} in quotes",
    ),
    "did not find expected key": ("`{here}` where a key was expected", _QUOTE),
    "did not find expected '-' indicator": ("`{here}` where `- ` was expected", _QUOTE),
    "block sequence entries are not allowed": (
        "`- ` after a key on the same line",
        "begin the list on the next line, or write `[…]`",
    ),
    "unknown escape character": (
        "`\\` means something inside double quotes",
        "use single quotes, or write `\\\\` for a backslash",
    ),
    "expected <document start>": ("text after the end `...` of the file", "remove the line `...`"),
    "incompatible YAML document": ("a version of YAML that is not read", "remove the line"),
    "nesting depth": ("nested more than 40 deep", "no case needs this; split or flatten the file"),
    "directive": ("`{here}` is no directive of YAML", "put text that begins with `%` in quotes"),
}
"""Piece of the parser's message → what we say, and what to do. `sign` is the character at the
place, `here` the words from there on, `column` where the bracket around the place opens."""

_AT_CONTEXT = ("could not find expected ':'", "alphabetic or numeric", "comment or line break")
_KEY = re.compile(r"[\s-]*[\w.\-]+")

Place = tuple[int, int]
Said = tuple[Place, str, str]


def syntax_problem(error: yaml.YAMLError, shown: str, text: str) -> Problem:
    """Return the problem that an error of the YAML parser stands for, at the most useful place.

    >>> from detente.case.tree import tree_of
    >>> for problem in tree_of("title: Talks: a bridge too few", "case.yaml")[1]:
    ...     print(problem)
    case.yaml:1:13: `: ` in the middle of text (put the text in quotes)
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(shown, 1, 1, f"no valid YAML: {str(error).splitlines()[0]}", _QUOTE)
    trouble = _Trouble(error, text.split("\n"))
    place, message, hint = trouble.open_quote() or trouble.open_bracket() or trouble.layout()
    return Problem(shown, *place, message, hint)


class _Trouble:
    """An error of the parser together with the lines around it."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: list[str]) -> None:
        self.said = error.problem or str(error).splitlines()[0]
        self.context, self.lines = error.context or "", lines
        self.place = _at(error.problem_mark or error.context_mark)
        self.opened = _at(error.context_mark) if error.context_mark else self.place
        if any(piece in self.said for piece in _AT_CONTEXT):
            self.place = self.opened
        self.ended = self.place[0] > len(lines)  # the end of a text without a last line break
        if self.ended:
            self.place = (len(lines), len(lines[-1]) + 1)
        line = lines[self.place[0] - 1]
        self.before, self.rest = line[: self.place[1] - 1], line[self.place[1] - 1 :].rstrip()
        self.sign = line[self.place[1] - 1 : self.place[1]]

    def open_quote(self) -> Said | None:
        """Return what to say of a quotation mark that is never closed."""
        if "quoted scalar" not in self.context or "end of stream" not in self.said:
            return None
        sign = self.lines[self.opened[0] - 1][self.opened[1] - 1]
        hint = f"add a `{sign}` where the text ends; inside single quotes write `''` for `'`"
        return self.opened, f"the quotation mark `{sign}` is never closed", hint

    def open_bracket(self) -> Said | None:
        """Return what to say of a bracket that is still open where the next line begins."""
        runs_on = not self.rest or self.rest[0] == ":" or not self.before.strip(" -")
        elsewhere = self.opened[0] < self.place[0] or self.ended
        if not elsewhere or "flow" not in self.context or not runs_on:
            return None
        if self.opened[0] > len(self.lines):
            return None
        sign = self.lines[self.opened[0] - 1][self.opened[1] - 1]
        before = "the end of the file" if self.ended else f"line {self.place[0]}"
        hint = "add the `}`" if sign == "{" else "add the `]`"
        return self.opened, f"`{sign}` is not closed before {before}", hint

    def layout(self) -> Said:
        """Return what to say of tabs and indentation, of brackets and quotes, or of a piece."""
        first = not self.before.strip()
        if not self.rest and "expected node content" in self.said:
            return self.place, "the file ends where a value was expected", "close what is open"
        if first and "\t" in self.before + self.rest[:1]:
            return (self.place[0], 1), "a tab in the indentation", "indent with spaces"
        if self.said.startswith("mapping values") and _KEY.fullmatch(self.before):
            message = f"`{(self.before + self.rest).strip()[:40]}` continues the line above"
            return self.place, message, "indent it like its neighbours, each `key: value`"
        if "expected ',' or" in self.said and self.rest[:1] == ":":
            return self.place, *_SAID["mapping values are not allowed"]
        if "did not find expected" in self.said and self.rest[:2] == ": ":
            return self.place, "a key is missing before `:`", "write a word before the `:`"
        if "expected key" in self.said or "expected '-'" in self.said:
            if self.rest[:1] in ("}", "]"):
                return self.place, f"`{self.rest[0]}` closes nothing", "remove it"
            if first:
                message = f"`{self.rest[:40]}` is indented unlike the lines above it"
                return self.place, message, "begin it in the same column as its neighbours"
            if self.before.rstrip()[-1] in "'\"":
                hint = "put the whole text in quotes; inside single quotes write `''` for `'`"
                return self.place, f"`{self.rest[:40]}` after a closing quotation mark", hint
        return self.translated()

    def translated(self) -> Said:
        """Return our words for those of the parser."""
        found = next((v for piece, v in _SAID.items() if piece in self.said), None)
        if found is None:
            return self.place, f"no valid YAML: {self.said}", _QUOTE
        sign = {"`": "a backtick", "\t": "a tab", "": "nothing"}.get(self.sign, f"`{self.sign}`")
        words = {"sign": sign, "here": self.rest[:40] or "the end", "column": self.opened[1]}
        message, hint = (part.format(**words) for part in found)
        return self.place, message, hint


def _at(mark: yaml.Mark | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)

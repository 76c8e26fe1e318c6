"""Lay YAML text out anew: only spaces, line breaks and blank lines change.

The text is cut into its tokens, and what stands between them is written afresh: two spaces for
each level, lists set in below their key, one space after `:` and `,`, none inside brackets,
at most two blank lines. Comments keep their order and their place among the tokens; line breaks
stay where the author made them, also inside `{…}` and `[…]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

__all__ = ["lay_out"]

_STEP = 2
_BLANKS = 2
_OPENING = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
_CLOSING = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_BLOCKS = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken)
_MARKERS = (yaml.DirectiveToken, yaml.DocumentStartToken, yaml.DocumentEndToken)
_HEADER = re.compile(r"[|>]([+-]?)([1-9]?)([+-]?)")


def lay_out(text: str) -> str:
    """Return YAML text in the layout of a case file.

    The text must be valid YAML with line feeds for line breaks; else the error of the parser
    comes through.

    >>> print(lay_out("a:   {b: c,d: [ 1 ] }   # why\\ne:\\n- f\\n"), end="")
    a: {b: c, d: [1]}   # why
    e:
      - f
    """
    writer = _Writer(text)
    for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        writer.take(token)
    return writer.text_so_far()


@dataclass
class _Block:
    """A map or list in lines of its own: the column it had, and the one it gets."""

    kind: str
    old: int
    new: int


@dataclass
class _Bracket:
    """An open `{` or `[`: the column for lines inside it, and for a line that begins by closing."""

    inner: int
    outer: int


class _Writer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.column = 0
        self.end = 0  # of the last token in the old text
        self.before: Any = None  # the last token that was written
        self.blocks: list[_Block] = []
        self.closed: list[_Block] = []  # since the last token: comments may belong to them
        self.brackets: list[_Bracket] = []
        self.is_key = False

    def text_so_far(self) -> str:
        """Return what was written, with one line break at its end."""
        written = "".join(self.out)
        if isinstance(self.before, yaml.ScalarToken) and self.before.style in ("|", ">"):
            # a line break at its end is part of the text
            return written + ("\n" if "\n" in self.text[self.end :] else "")
        return written.rstrip("\n") + "\n"

    def take(self, token: Any) -> None:
        """Take the next token: some open and close blocks, the others are written."""
        top = self.blocks[-1] if self.blocks else None
        if isinstance(token, _BLOCKS):
            kind = "map" if isinstance(token, yaml.BlockMappingStartToken) else "list"
            new = top.new + _STEP if top else 0
            self.blocks.append(_Block(kind, token.start_mark.column, new))
        elif isinstance(token, yaml.BlockEndToken):
            self._close_flush_list()
            self.closed.append(self.blocks.pop())
        elif isinstance(token, yaml.KeyToken):
            if not self.brackets:
                self._close_flush_list()
            self.is_key = True
            if token.end_mark.index > token.start_mark.index:
                self._write(token, "?")
        elif isinstance(token, yaml.StreamEndToken):
            self._gap(self.text[self.end :], 0, token)
        elif isinstance(token, yaml.ScalarToken):
            self._scalar(token)
        elif not isinstance(token, yaml.StreamStartToken):
            if isinstance(token, yaml.BlockEntryToken) and top and top.kind == "map":
                self.blocks.append(_Block("flush", top.old, top.new + _STEP))
            self._write(token, self.text[token.start_mark.index : token.end_mark.index])

    def _close_flush_list(self) -> None:
        """Close a list whose dashes stood flush with the key above; no token ends it."""
        if self.blocks[-1].kind == "flush":
            self.closed.append(self.blocks.pop())

    def _write(self, token: Any, piece: str) -> None:
        closing = isinstance(token, _CLOSING)
        gap = self.text[self.end : token.start_mark.index]
        if "\n" in gap and isinstance(self.before, _OPENING):
            self._hang()
        bracket = self.brackets.pop() if closing else None
        column = self._column(token) if bracket is None else bracket.outer
        if "\n" in gap or not self.out:
            self._gap(gap, column, token)
        else:
            self._put(self._space(token))
        if isinstance(token, _OPENING):
            outer = self.brackets[-1].inner if self.brackets else self._value_column()
            self.brackets.append(_Bracket(self.column + 1, max(outer, self.column + 1)))
        self._put(piece)
        self.before, self.end, self.is_key = token, token.end_mark.index, False
        self.closed.clear()

    def _hang(self) -> None:
        """Set the lines inside a bracket that ends its line in by one step, not below it."""
        around = self.brackets[-2].inner if len(self.brackets) > 1 else None
        base = self._value_column() if around is None else around + _STEP
        self.brackets[-1] = _Bracket(base, base if around is None else around)

    def _value_column(self) -> int:
        return self.blocks[-1].new + _STEP if self.blocks else _STEP

    def _column(self, token: Any) -> int:
        """Return the column of a token that begins a line."""
        if isinstance(token, _MARKERS):
            return 0
        if self.brackets:
            return self.brackets[-1].inner
        leads = isinstance(token, yaml.BlockEntryToken | yaml.KeyToken | yaml.ValueToken)
        if leads or self.is_key:
            return self.blocks[-1].new if self.blocks else 0
        return self._value_column() if self.blocks else 0

    def _space(self, token: Any) -> str:
        """Return what stands between two tokens on one line."""
        if isinstance(self.before, yaml.ValueToken):
            return " "
        tight = isinstance(token, (yaml.ValueToken, yaml.FlowEntryToken, *_CLOSING))
        return "" if tight or isinstance(self.before, _OPENING) else " "

    def _put(self, piece: str) -> None:
        self.out.append(piece)
        last = piece.rfind("\n")
        self.column = len(piece) - last - 1 if last >= 0 else self.column + len(piece)

    def _gap(self, gap: str, column: int, token: Any) -> None:
        """Write the comments and blank lines of a gap, and go to a column of a new line."""
        first, *rest = gap.split("\n")
        if first.strip():
            width = len(first) - len(first.lstrip()) if self.out else 0
            self._put(" " * width + first.strip())
        blanks = 0
        for line in rest[:-1] if not isinstance(token, yaml.StreamEndToken) else rest:
            if not line.strip():
                blanks += 1
                continue
            self._break(blanks)
            self._put(" " * self._comment_column(line, column) + line.strip())
            blanks = 0
        if not isinstance(token, yaml.StreamEndToken):
            self._break(blanks)
            self._put(" " * column)

    def _break(self, blanks: int) -> None:
        if self.out:
            self._put("\n" * (1 + min(blanks, _BLANKS)))

    def _comment_column(self, line: str, column: int) -> int:
        """Return where a comment goes: with the innermost block that it was not left of."""
        if self.brackets:
            return column
        old = len(line) - len(line.lstrip())
        around = [b for b in (*self.closed, *self.blocks) if b.old <= old]
        best = max(around, key=lambda b: b.old, default=None)
        if best is None:
            return 0
        same = [b.new for b in around if b.old == best.old]
        return column if column in same else best.new

    def _scalar(self, token: Any) -> None:
        raw = self.text[token.start_mark.index : token.end_mark.index]
        if token.style in ("|", ">"):
            piece, used = self._block_text(raw)
            self._write(token, piece)
            self.end = token.start_mark.index + used
            return
        if "\n" in raw:
            inner = self.brackets[-1].inner if self.brackets else self._value_column()
            lines = raw.split("\n")
            below = [line.strip() if not token.style else line.lstrip() for line in lines[1:]]
            set_in = [" " * inner + line if line else "" for line in below]
            raw = "\n".join([lines[0].rstrip() if not token.style else lines[0], *set_in])
        self._write(token, raw)

    def _block_text(self, raw: str) -> tuple[str, int]:
        """Return a text below `|` or `>` set in anew, and how much of `raw` it stands for."""
        match = _HEADER.match(raw)
        keep = match is not None and "+" in (match[1], match[3])
        digit = int(match[2]) if match is not None and match[2] else 0
        header, *lines = raw.removesuffix("\n").split("\n")
        block = self.blocks[-1] if self.blocks else _Block("text", -1, -1)
        new = max(block.new, 0) + (digit or _STEP)
        old = max(block.old, 0) + digit
        if not digit:
            blank = max(map(len, lines), default=0)
            old = min((len(x) - len(x.lstrip(" ")) for x in lines if x.strip(" ")), default=blank)
        while lines and not keep and not lines[-1][old:]:
            lines.pop()  # leave the blank lines below the text to the gap
        set_in = [" " * new + x[old:] if x[old:] else "" for x in lines]
        return "\n".join([header.rstrip(), *set_in]), len("\n".join([header, *lines]))

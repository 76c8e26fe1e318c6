"""Progress: on a terminal only, and the line is gone afterwards."""

from __future__ import annotations

import sys
from contextlib import suppress

from detente.cli.progress import WIDTH, progress_line


def test_nobody_is_told_where_nobody_would_see(capsys):
    with progress_line() as tell:
        assert tell is None
    assert capsys.readouterr() == ("", "")


def test_one_line_that_is_wiped_out(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with suppress(KeyboardInterrupt), progress_line() as tell:
        tell("nash: a")
        tell("x" * 200)
        raise KeyboardInterrupt
    out, err = capsys.readouterr()
    first, second, third, *rest = err.removeprefix("\r").split("\r")
    assert out == ""
    assert first.rstrip() == "nash: a"
    assert second == "x" * WIDTH
    assert third == " " * WIDTH
    assert rest == [""]

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.case import Case, examine, read_case

SMALL = """format: dispute-case/1
case: {id: ford, title: The ford, question: Will they build a bridge?}
actors: {north: {name: North}, south: {name: South}}
options:
  north.build: {label: Build a bridge}
  south.open: {label: Open the road}
preferences:
  north: [north.build]
  south: [not south.open]
"""


@pytest.fixture
def small() -> str:
    """The text of a small valid case of nine lines."""
    return SMALL


@pytest.fixture
def said(tmp_path: Path) -> Callable[..., list[str]]:
    """Write a case and return its problems as text, without the name of the file."""

    def say(text: str) -> list[str]:
        (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
        problems = examine(tmp_path).problems
        return [f"{p.line}:{p.column}: {p.message} | {p.hint}" for p in problems]

    return say


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Case]:
    """Write a case and read it; fails with every problem where it is not valid."""

    def read_text(text: str) -> Case:
        (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
        return read_case(tmp_path)

    return read_text

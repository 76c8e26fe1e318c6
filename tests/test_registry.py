"""A shelf holds one member for each module of a package, and notices a new one by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from detente.errors import UnknownName
from detente.registry import Shelf


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    package = tmp_path / "a_shelf"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "_helper.py").write_text("raise RuntimeError('never imported')")
    for name, order in (("beta", 0), ("alpha", 0), ("first", -1)):
        put(package, name, order)
    monkeypatch.syspath_prepend(tmp_path)
    yield Shelf("a_shelf", "toy")
    for module in [m for m in sys.modules if m.partition(".")[0] == "a_shelf"]:
        del sys.modules[module]


def put(package: Path, name: str, order: int) -> None:
    (package / f"{name}.py").write_text(f"class MEMBER:\n    key = {name!r}\n    order = {order}\n")


def test_members_come_by_order_then_key(shelf: Shelf) -> None:
    assert list(shelf) == ["first", "alpha", "beta"]
    assert len(shelf) == 3
    assert shelf["beta"].key == "beta"
    assert "_helper" not in shelf
    assert "alpha" in shelf


def test_a_new_file_is_a_new_member(shelf: Shelf, tmp_path: Path) -> None:
    put(tmp_path / "a_shelf", "gamma", 0)
    assert "gamma" in Shelf("a_shelf", "toy")


def test_an_unknown_key_gets_the_nearest(shelf: Shelf) -> None:
    with pytest.raises(UnknownName, match=r"unknown toy: found `alhpa`; did you mean `alpha`\?"):
        shelf["alhpa"]
    assert shelf.get("beta") is not None


def test_members_are_imported_on_first_use_and_once(shelf: Shelf) -> None:
    assert "a_shelf.alpha" not in sys.modules
    first = shelf["alpha"]
    assert "a_shelf.alpha" in sys.modules
    assert shelf["alpha"] is first

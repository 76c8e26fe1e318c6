"""Formatting changes white space only, settles after one pass, and writes whole or not at all."""

from __future__ import annotations

import difflib
import os
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case import formatter
from detente.case.formatter import format_text, write_whole
from detente.case.places import Places
from detente.case.template import new_case_text
from detente.case.tree import tree_of
from detente.casebook import shipped_cases
from detente.errors import DetenteError, FileProblem, InvalidCase

SHIPPED = [f for folder in shipped_cases().values() for f in sorted(folder.rglob("*.yaml"))]
EXAMPLE = Path(__file__).parents[2].parent / "shared" / "design" / "example-case.yaml"


def plain(text: str) -> object:
    tree, problems = tree_of(text, "x")
    assert problems == []
    assert tree is not None
    return Places(tree).plain


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_shipped_files_are_formatted(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert format_text(text, path.name) == text


def test_the_starter_case_is_formatted() -> None:
    text = new_case_text("ford", "The ford")
    assert format_text(text, "case.yaml") == text


def test_the_example_changes_where_columns_were_aligned_and_nowhere_else() -> None:
    if not EXAMPLE.exists():
        pytest.skip("the design folder is not at hand")
    text = EXAMPLE.read_text(encoding="utf-8")
    done = format_text(text, "x")
    assert format_text(done, "x") == done
    assert plain(done) == plain(text)
    changed = [d for d in difflib.ndiff(text.splitlines(), done.splitlines()) if d[0] in "+-"]
    assert len(changed) <= 20


def test_comments_quotes_and_line_breaks_survive() -> None:
    text = (
        "# one\na:   'b'   # two\n\nc:\n- \"d\"\n# three\n- {e: f,   # four\n   g: 'no'}\n# five\n"
    )
    assert format_text(text, "x") == (
        "# one\na: 'b'   # two\n\nc:\n  - \"d\"\n  # three\n  - {e: f,   # four\n     g: 'no'}\n# five\n"
    )


def test_windows_line_breaks_and_marks_become_plain() -> None:
    assert format_text("\ufeffa:\r\n    b: c\r\n", "x") == "a:\n  b: c\n"


trees = st.recursive(
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20),
    lambda below: (
        st.lists(below, max_size=4)
        | st.dictionaries(st.text("abcd._-é", min_size=1, max_size=5), below, max_size=4)
    ),
    max_leaves=15,
)


@settings(deadline=None)
@given(
    st.dictionaries(st.text("abc", min_size=1), trees, min_size=1),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(2, 9),
    st.integers(10, 80),
)
def test_any_tree_in_any_style(
    tree: dict, flow: bool | None, style: str | None, indent: int, width: int
) -> None:
    text = yaml.safe_dump(
        tree, default_flow_style=flow, default_style=style, indent=indent, width=width
    )
    if style is not None and tree_of(text, "x")[1]:
        return  # the dumper puts tags beside some quoted texts
    done = format_text(text, "x")
    assert plain(done) == plain(text)
    assert format_text(done, "x") == done


rows = st.sampled_from(
    [
        *("a{}:", "a{}: b", "a{}:   [x,y , z]", "a{}: {{x: y,\n      z: w}}", "a{}: 'p\n     q'"),
        *("- b", "-  c{}: d", "- [e,\n  f]", "- c{}:\n    - g", "a{}: |\n      t\n\n       u"),
        *("a{}: >-\n     v\n", "", "# note", "a{}: p\n   q", "- - r", "-   # s\n  t"),
    ]
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), rows), min_size=1, max_size=14))
def test_ragged_text_that_is_yaml_is_formatted(lines: list[tuple[int, str]]) -> None:
    text = "\n".join("   " * d + row.format(i) for i, (d, row) in enumerate(lines)) + "\n"
    if not text.strip() or tree_of(text, "x")[1]:
        return
    done = format_text(text, "x")
    assert format_text(done, "x") == done
    assert "".join(done.split()) == "".join(text.split())


def test_what_is_no_case_file_is_not_formatted() -> None:
    with pytest.raises(InvalidCase, match=r"x:1:4: anchor `&b`"):
        format_text("a: &b c", "x")
    with pytest.raises(InvalidCase, match="never closed"):
        format_text("a: 'b", "x")
    with pytest.raises(InvalidCase, match="the file is empty"):
        format_text("", "x")


def test_a_layout_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in ("a: c\n", "a: b # more\n", "a: [\n"):
        monkeypatch.setattr(formatter, "lay_out", lambda _, wrong=wrong: wrong)
        with pytest.raises(DetenteError, match="formatting would change what the file says"):
            format_text("a: b\n", "x")


def test_a_file_is_written_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    write_whole(path, "a: é\n")
    assert path.read_bytes() == "a: é\n".encode()
    path.chmod(0o640)
    write_whole(path, "a: c\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["case.yaml"]


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "new", "a: b\n")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a: b\n")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    write_whole(tmp_path / "link.yaml", "a: c\n")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "a: c\n"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem, match=r"cannot be written: found `No space left on device`"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (".", "x", "this is a folder: give the name of a file"),
        ("no/such/case.yaml", "x", "cannot be written: found `No such file or directory`"),
        ("a\0b", "x", "cannot be written"),
        ("case.yaml", "\ud800", r"cannot be written as UTF-8: found `\ud800`"),
    ],
)
def test_what_cannot_be_written(name: str, text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        write_whole(tmp_path / name, text)
    assert said in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileProblem, match="Permission denied"):
        write_whole(path, "new")
    assert path.read_text() == "old"

"""Broken case files: each says in its first lines what must be said of it, and nothing else may be.

`# expect: LINE:COLUMN: piece of the message | piece of the hint`, with `FILE:` before the line in
a folder. Files that cannot carry a comment are made here.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from detente.case import examine
from detente.errors import DetenteError, FileProblem, InvalidCase, Problem

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(p for p in BROKEN.iterdir() if p.suffix == ".yaml" or p.is_dir())
EXPECT = re.compile(r"# expect: (?:([^:]+):)?(\d+):(\d+): (.*) \|(?: (.*))?$", re.MULTILINE)
SLOW = 15.0  # seconds of the processor; the largest file takes two, one that grows takes minutes


def expected(path: Path) -> list[tuple[str, int, int, str, str]]:
    main = path / "case.yaml" if path.is_dir() else path
    found = EXPECT.findall(main.read_text(encoding="utf-8"))
    return [(f or main.name, int(line), int(col), said, hint) for f, line, col, said, hint in found]


def fits(problem: Problem, wanted: tuple[str, int, int, str, str]) -> bool:
    place = (problem.file, problem.line, problem.column)
    return place == wanted[:3] and wanted[3] in problem.message and wanted[4] in problem.hint


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_problem_of_a_broken_file_is_said_where_it_stands(path: Path) -> None:
    wanted = expected(path)
    assert wanted
    start = time.process_time()
    found = examine(path).problems
    assert time.process_time() - start < SLOW
    missing = [w for w in wanted if not any(fits(p, w) for p in found)]
    surplus = [str(p) for p in found if not any(fits(p, w) for w in wanted)]
    assert not missing, found
    assert not surplus
    assert list(found) == sorted(found, key=lambda p: (p.file, p.line, p.column))


def test_the_corpus_is_large_and_has_files_with_many_problems() -> None:
    assert len(CASES) >= 90
    assert sum(len({w[3] for w in expected(p)}) >= 5 for p in CASES) >= 8


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_problem_says_what_to_do_next(path: Path) -> None:
    assert all(p.hint for p in examine(path).problems)


def deep(opening: str, count: int) -> bytes:
    return f"format: dispute-case/1\ncase: {opening * count}".encode()


MADE = {
    "empty": (b"", 1, 1, "the file is empty", "detente new"),
    "blank": (b"\n  \n\n", 1, 1, "the file is empty", "detente new"),
    "bom-only": (b"\xef\xbb\xbf", 1, 1, "the file is empty", "detente new"),
    "utf-16-le": ("format: x".encode("utf-16"), 1, 1, "UTF-16", "UTF-8"),
    "utf-16-be": (b"\xfe\xff" + "a: b".encode("utf-16-be"), 1, 1, "UTF-16", "UTF-8"),
    "latin-1": ("a: ok\nb: Genève".encode("latin-1"), 2, 7, "byte 0xe8", "UTF-8"),
    "latin-1-after-umlaut": ("a: ü".encode() + b"\xfc", 1, 5, "byte 0xfc", "UTF-8"),
    "nul": (b"a: b\nc: d\0e", 2, 5, "control character U+0000", "binary"),
    "escape": (b"a: \x1b[31mred", 1, 4, "control character U+001B", "remove"),
    "delete": (b"a: \x7f", 1, 4, "control character U+007F", "remove"),
    "line-separator": ("a: b\u2028c: d".encode(), 1, 5, "line separator U+2028", "line breaks"),
    "next-line": ("a: b\x85c: d".encode(), 1, 5, "line separator U+0085", "line breaks"),
    "lone-return": (b"a: b\rc: d", 1, 5, "line separator U+000D", "line breaks"),
    "not-a-character": ("a: \uffff".encode(), 1, 4, "control character U+FFFF", "remove"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", 1, 1, "byte 0x89", "UTF-8"),
    "huge": (b"# " + b"x" * 9_000_000, 0, 0, "larger than 8 MB", "files of their own"),
    "deep-brackets": (deep("[", 900), 2, 47, "nested more than 40 deep", "flatten"),
    "deeper-brackets": (deep("[", 10_000), 2, ..., "nested more than 40 deep", "flatten"),
    "deeper-braces": (deep("{", 10_000), 2, ..., "nested more than 40 deep", "flatten"),
    "deep-dashes": (b"- " * 10_000, 1, 83, "nested more than 40 deep", "flatten"),
    "deep-questions": (b"? " * 10_000, 1, 83, "nested more than 40 deep", "flatten"),
    "many-entries": (b"[" + b"a," * 300_000 + b"]", 1, 500_000, "250,000 entries", "split"),
}


@pytest.mark.parametrize("name", MADE)
def test_files_that_are_no_text_or_too_much_of_it(name: str, tmp_path: Path) -> None:
    raw, line, column, said, hint = MADE[name]
    path = tmp_path / "case.yaml"
    path.write_bytes(raw)
    start = time.process_time()
    (problem,) = examine(tmp_path).problems
    assert time.process_time() - start < SLOW
    assert (problem.file, problem.line) == ("case.yaml", line)
    assert column in (problem.column, ...)  # ...: where the parser itself gives up
    assert said in problem.message
    assert hint in problem.hint


def test_an_alias_bomb_is_read_in_no_time_and_never_grows(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for above, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{above}'] * 10)}]")
    (tmp_path / "case.yaml").write_text("\n".join(lines))
    start = time.process_time()
    problems = examine(tmp_path).problems
    assert time.process_time() - start < SLOW
    assert any("alias `*a`" in p.message for p in problems)


def missing_file(folder: Path) -> Path:
    (folder / "ford.yaml").touch()
    return folder / "fjord.yaml"


def folder_without_case(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def folder_named_like_a_section(folder: Path) -> Path:
    (folder / "case.yaml").write_text("format: dispute-case/1")
    (folder / "timeline.yaml").mkdir()
    return folder


def case_file_is_a_folder(folder: Path) -> Path:
    (folder / "case.yaml").mkdir()
    return folder


def one_model_of_a_case(folder: Path) -> Path:
    (folder / "models").mkdir()
    (folder / "case.yaml").touch()
    (folder / "models" / "a.yaml").write_text("options: [x.y]")
    return folder / "models" / "a.yaml"


FILES = {
    missing_file: ("fjord.yaml: no such case", "did you mean `ford.yaml`?"),
    folder_without_case: ("the folder holds no case.yaml", "detente new"),
    folder_named_like_a_section: ("timeline.yaml: this is a folder", "rename or remove"),
    case_file_is_a_folder: ("case.yaml: this is a folder", "rename or remove"),
    one_model_of_a_case: ("this is one model of a case", "give the folder"),
    lambda folder: folder / "no" / "such": ("no such case", "check the path"),
    lambda folder: folder / ("x" * 5000): ("cannot be read", "check the path"),
    lambda folder: folder / "a\0b": ("no such case", ""),
    lambda _: Path("/dev/null"): ("this is a pipe or a device", "save it first"),
}


@pytest.mark.parametrize("make", FILES)
def test_what_is_not_there_or_no_file_raises_a_file_problem(make, tmp_path: Path) -> None:
    said, hint = FILES[make]
    with pytest.raises(FileProblem) as caught:
        examine(make(tmp_path))
    assert said in str(caught.value)
    assert hint in str(caught.value)


@pytest.mark.parametrize("name", ["case.yaml", "timeline.yaml", "models/m.yaml"])
def test_a_file_without_permission_raises_a_file_problem(
    name: str, tmp_path: Path, small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "case.yaml").write_text(small)
    (tmp_path / name).touch()
    opening = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.as_posix().endswith(name):
            raise PermissionError(13, "Permission denied")
        return opening(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblem, match=f"{name}: may not be read: ask its owner"):
        examine(tmp_path)


def test_a_file_name_of_odd_bytes_is_no_obstacle(tmp_path: Path, small: str) -> None:
    import os

    (tmp_path / "models").mkdir()
    (tmp_path / "case.yaml").write_text(small.partition("preferences")[0])
    odd = os.fsdecode(b"m\xff.yaml")
    (tmp_path / "models" / odd).write_text("options: [north.build]\npreferences: {north: [x]}\n")
    said = "\n".join(str(p) for p in examine(tmp_path).problems)
    said.encode()
    assert "models/m�.yaml:2:23: unknown id `x`" in said
    assert "`m�` cannot be an id" in said


def test_nothing_of_a_file_is_ever_run(tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    text = f'case: !!python/object/apply:os.system ["touch {witness}"]\n'
    (tmp_path / "case.yaml").write_text(text)
    examine(tmp_path)
    assert not witness.exists()


def test_an_invalid_case_carries_all_problems_in_order(tmp_path: Path) -> None:
    from detente.case import read_case

    with pytest.raises(InvalidCase) as caught:
        read_case(BROKEN / "many-at-once.yaml")
    assert isinstance(caught.value, DetenteError)
    assert len(caught.value.problems) == len(expected(BROKEN / "many-at-once.yaml"))
    assert str(caught.value).startswith(f"{len(caught.value.problems)} problems in the case\n")

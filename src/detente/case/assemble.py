"""Bring the files of a case folder together as one tree of sections."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from detente.case.case import Case
from detente.case.gmcr import case_text, is_gmcr
from detente.case.graph_model import GraphModel
from detente.case.model import Dated, OptionModel
from detente.case.nodes import Entry, Node, Scalar, Spot, Table, join
from detente.case.text import read_bytes, read_text
from detente.case.tree import tree_of
from detente.errors import FileProblem, Problem, did_you_mean

__all__ = ["MODEL_SECTIONS", "SECTIONS", "Assembled", "assemble"]

SECTIONS = tuple(n for n, f in Case.model_fields.items() if not f.exclude)
MODEL_SECTIONS = tuple(
    n
    for n in dict.fromkeys((*OptionModel.model_fields, *GraphModel.model_fields))
    if n not in (*Dated.model_fields, "options")
)
"""What a case with a single model may write at the top level, beside `options`."""

_FILES = tuple(s for s in (*SECTIONS, *MODEL_SECTIONS) if s not in ("format", "case"))


@dataclass
class Assembled:
    """The tree of a whole case, the problems found so far, and the digest of its text.

    `unread` names the sections whose files are no YAML: `case` for case.yaml itself,
    `models/ID` for a model. What they declare is unknown, not absent.
    """

    root: Table
    folder: Path
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    digest: str = ""


def assemble(path: Path) -> Assembled:
    """Read a case folder, its `case.yaml`, or a single file of another name into one tree.

    Raises `FileProblem` where `path` does not exist, may not be read, or is a folder without
    `case.yaml`.
    """
    main = _main_file(path)
    result = Assembled(Table(Spot(_shown(main.name), 1, 1)), main.parent)
    digest = hashlib.sha256()
    tree = _read(result, main, "case", digest)
    if isinstance(tree, Table):
        result.root = tree
    elif tree is not None:
        hint = "begin with `format: dispute-case/1`, then `case:` and the other sections"
        result.problems.append(tree.spot.problem("a case file is a map of sections", hint))
        result.unread.add("case")
    if main.name == "case.yaml":
        for section, file in _section_files(result):
            digest.update(os.fsencode(section))
            _add(result, section, file, digest)
    result.digest = digest.hexdigest()
    return result


def _main_file(path: Path) -> Path:
    try:
        if path.is_dir():
            if (path / "case.yaml").exists():
                return path / "case.yaml"
            other = (path / "case.yml").exists()
            hint = "rename case.yml to case.yaml" if other else "start one with `detente new`"
            raise FileProblem("the folder holds no case.yaml", file=_shown(path), hint=hint)
        if not path.exists():
            near = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
            hint = did_you_mean(path.name, near) if near else "check the path"
            raise FileProblem("no such case", file=_shown(path), hint=hint)
        if path.parent.name == "models" and (path.parent.parent / "case.yaml").exists():
            hint = f"give the folder `{_shown(path.parent.parent)}`"
            raise FileProblem("this is one model of a case", file=_shown(path), hint=hint)
    except (OSError, ValueError) as error:
        said = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise FileProblem(
            "cannot be read", file=_shown(path), found=said, hint="check the path"
        ) from None
    return path


def _shown(path: Path | str) -> str:
    """Return a file name that can be printed, whatever its bytes."""
    return unicodedata.normalize("NFC", os.fsencode(path).decode("utf-8", "replace"))


def _read(result: Assembled, file: Path, section: str, digest: hashlib._Hash) -> Node | None:
    """Read one file; note its problems, and that it is unread where it is no YAML."""
    shown = _shown(file.relative_to(result.folder).as_posix())
    raw = read_bytes(file, shown)
    digest.update(raw)
    text = read_text(raw, shown)
    told = [text] if isinstance(text, Problem) else text
    if isinstance(told, str) and is_gmcr(file):
        told = case_text(told, shown)
    tree, problems = (None, told) if isinstance(told, list) else tree_of(told, shown)
    if tree is None and not problems:
        problems = [
            Problem(
                shown,
                1,
                1,
                "the file holds comments only",
                "write it or remove it; `detente new` starts a case",
            )
        ]
    if tree is None:
        result.unread.add(section)
    result.problems += problems
    return tree


def _section_files(result: Assembled) -> Iterator[tuple[str, Path]]:
    """Yield the files beside case.yaml that hold a section; report those that seem meant to."""
    try:
        beside = sorted(f for f in result.folder.iterdir() if f.suffix in (".yaml", ".yml"))
        models = sorted(f for f in result.folder.glob("models/*") if f.suffix in (".yaml", ".yml"))
    except OSError:
        raise FileProblem(
            "the folder cannot be listed", file=_shown(result.folder), hint="check its permissions"
        ) from None
    for file in beside:
        if file.suffix == ".yaml" and file.stem in _FILES:
            yield file.stem, file
        elif near := get_close_matches(file.stem.casefold(), _FILES, n=1, cutoff=0.87):
            _misnamed(result, file, f"{near[0]}.yaml")
    for file in models:
        if file.suffix == ".yaml":
            yield f"models/{_shown(file.stem)}", file
        else:
            _misnamed(result, file, f"{file.stem}.yaml")


def _misnamed(result: Assembled, file: Path, name: str) -> None:
    shown = _shown(file.relative_to(result.folder).as_posix())
    message = "this file is not read: its name is that of no section"
    result.problems.append(
        Problem(shown, 0, 0, message, f"name it `{_shown(name)}`, or move it away")
    )


def _add(result: Assembled, section: str, file: Path, digest: hashlib._Hash) -> None:
    tree = _read(result, file, section, digest)
    if tree is None:
        return
    top, _, model = section.partition("/")
    table, key = result.root, top
    if model:
        found = table.get("models")
        if found is None:
            found = Table(Spot(tree.spot.file, 1, 1))
            table.entries.append(Entry(Scalar("models", found.spot), found))
        if not isinstance(found, Table):
            return  # `models` in case.yaml is no map, which is reported there
        table, key = found, model
    _put(result, table, key, tree)


def _put(result: Assembled, table: Table, key: str, tree: Node) -> None:
    first = next((e for e in table.entries if e.key.text == key), None)
    if first is None:
        table.entries.append(Entry(Scalar(key, tree.spot), tree))
        return
    where = f"{first.key.spot.file}, line {first.key.spot.line}"
    message = f"`{key}` stands in {where} too"
    result.problems.append(tree.spot.problem(message, "write it in one of the two places only"))
    join(first.value, tree)

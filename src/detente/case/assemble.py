"""Bring the files of a case folder together as one tree of sections."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from detente.case.case import Case
from detente.case.tree import Entry, Node, Scalar, Spot, Table, read_tree
from detente.errors import FileProblem, Problem, did_you_mean

__all__ = ["Assembled", "assemble"]

SECTIONS = tuple(n for n, f in Case.model_fields.items() if not f.exclude)
MODEL_SECTIONS = (
    "rules",
    "context",
    "propositions",
    "outcomes",
    "status_quo",
    "preferences",
    "what_if",
    "published",
)


@dataclass
class Assembled:
    """The tree of a whole case, its files as (name, text digest), and problems found so far."""

    root: Table
    folder: Path
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""


def assemble(path: Path) -> Assembled:
    """Read a case folder, or a single file, into one tree.

    Raises `FileProblem` where `path` does not exist or a folder holds no `case.yaml`.
    """
    main = path / "case.yaml" if path.is_dir() else path
    if not path.exists():
        near = [p.name for p in path.parent.glob("*")] if path.parent.is_dir() else []
        raise FileProblem("no such case", file=str(path), hint=did_you_mean(path.name, near))
    if not main.exists():
        raise FileProblem("the folder holds no case.yaml", file=str(path), hint="`detente new`")
    folder = main.parent
    tree, problems = read_tree(main, main.name)
    result = Assembled(_as_table(tree, main.name, problems), folder, problems)
    digest = hashlib.sha256(main.read_bytes())
    if path.is_dir():
        for name, file in _section_files(folder):
            digest.update(name.encode() + file.read_bytes())
            _add(result, name, file)
    result.digest = digest.hexdigest()
    return result


def _as_table(tree: Node | None, shown: str, problems: list[Problem]) -> Table:
    if isinstance(tree, Table):
        return tree
    spot = tree.spot if tree is not None else Spot(shown, 0, 0)
    if tree is not None and not problems:
        hint = "a case begins with `format: dispute-case/1`"
        problems.append(spot.problem("the file is not a map of sections", hint))
    return Table(spot)


def _section_files(folder: Path) -> list[tuple[str, Path]]:
    flat = [(s, folder / f"{s}.yaml") for s in SECTIONS if s not in ("case", "models")]
    models = sorted((folder / "models").glob("*.yaml"))
    found = [(name, file) for name, file in flat if file.is_file()]
    return found + [(f"models/{f.stem}", f) for f in models]


def _add(result: Assembled, name: str, file: Path) -> None:
    shown = file.relative_to(result.folder).as_posix()
    tree, problems = read_tree(file, shown)
    result.problems.extend(problems)
    if tree is None:
        return
    section, _, model = name.partition("/")
    table = result.root
    if model:
        found = table.get("models")
        if not isinstance(found, Table):
            found = Table(tree.spot)
            table.entries.append(Entry(Scalar("models", tree.spot), found))
        table, section = found, model
    if section in table.keys():
        hint = f"write `{section}` in one place only"
        result.problems.append(tree.spot.problem(f"`{section}` stands in case.yaml too", hint))
        return
    table.entries.append(Entry(Scalar(section, tree.spot), tree))

"""Take models from other tools and give them to others: `convert`, `export`."""

from __future__ import annotations

from pathlib import Path

from detente.case import open_case
from detente.case.formatter import format_text, write_whole
from detente.case.gmcr import case_text, is_gmcr
from detente.case.text import read_bytes, read_text
from detente.errors import FileProblem, InvalidCase, Problem, UsageError
from detente.exchange import EXPORTS, Export
from detente.report.screen.lines import wrap
from detente.stability import Settings
from detente.workflow.analyse import one_model, option_forms, settings_for
from detente.workflow.outcome import Outcome

__all__ = ["convert", "export"]


def convert(source: Path, target: Path | None = None) -> Outcome:
    """Return a file of another tool as the text of a case file, or write that.

    Raises `UsageError` for a file of no known kind, `InvalidCase` with every problem of one that is
    damaged, `FileProblem` where it cannot be read or the target is there already.
    """
    if not is_gmcr(source):
        raise UsageError(
            "no file that can be converted", found=source.name, expected="a .gmcr file"
        )
    text = format_text(_told(source), source.name)
    note = open_case(source).case.note
    if target is None:
        return Outcome({"text": text, "note": note, "written": []}, text.rstrip("\n"))
    if target.exists():
        raise FileProblem("there is a file already", file=str(target), hint="choose another name")
    write_whole(target, text)
    data = {"text": text, "note": note, "written": [str(target)]}
    return Outcome(data, f"Written: {target}\n{wrap(note)}", written=(target,))


def _told(source: Path) -> str:
    text = read_text(read_bytes(source, source.name), source.name)
    told = [text] if isinstance(text, Problem) else case_text(text, source.name)
    if isinstance(told, list):
        raise InvalidCase(told)
    return told


def export(
    name: str,
    target: Path,
    format: str,
    model: str = "",
    settings: Settings | None = None,
    what_if: str = "",
    *,
    force: bool = False,
) -> Outcome:
    """Write a model in the format of another tool, to files called `target` and an ending each.

    Raises `UnknownName` for an unknown format, model or name in the settings, `UsageError` for a
    model that the format cannot say (unless forced), `TooLarge`, `FileProblem`.
    """
    case, member = open_case(name), EXPORTS[format]
    id = one_model(case, model, case.every_model if member.graph_form else option_forms(case))
    found = member.write(case, id, settings_for(case, id, settings, what_if), force)
    written = []
    for ending, text in found.files.items():
        written.append(_base(target, found).with_name(_base(target, found).name + ending))
        write_whole(written[-1], text)
    data = {
        "case": case.case.id,
        "model": id,
        "format": member.key,
        "written": [str(path) for path in written],
        "notes": list(found.notes),
        "warnings": list(found.warnings),
    }
    lines = [f"Written: {path}" for path in written]
    lines += [wrap(f"Warning: {warning}.", "", "  ") for warning in found.warnings]
    lines += [wrap(note) for note in found.notes]
    return Outcome(data, "\n".join(lines), written=tuple(written))


def _base(target: Path, found: Export) -> Path:
    """Return a path without the ending that the export would add to it."""
    ending = next((e for e in found.files if target.name.endswith(e) and target.name != e), "")
    return target.with_name(target.name.removesuffix(ending)) if ending else target

"""Write, check, format and read cases: `new`, `check`, `fmt`, `show`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from detente.case import Case, Examined, examine, find_case, open_case
from detente.case.assemble import MODEL_SECTIONS, SECTIONS
from detente.case.checks.references import references
from detente.case.formatter import format_text, write_whole
from detente.case.gmcr import is_gmcr
from detente.case.schema import case_schema
from detente.case.template import new_case_text
from detente.case.text import read_bytes, read_text
from detente.errors import FileProblem, InvalidCase, Problem, UsageError
from detente.evidence import Reference
from detente.evidence.anchors import Library, open_library
from detente.judgement import inquiry_problems
from detente.report.screen.cases import problems_text, show_text
from detente.stability.settings import resolve
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import problem_shape

__all__ = ["check", "fmt", "library_of", "new", "show"]


def new(folder: Path, title: str, *, schema_only: bool = False) -> Outcome:
    """Start a case: a folder with a small, complete `case.yaml` and the schema for editors.

    With `schema_only` just `case.schema.json` is written. No case is ever overwritten: raises
    `FileProblem` where one stands already, `UsageError` where the name cannot be an id.
    """
    schema, target = folder / "case.schema.json", folder / "case.yaml"
    texts = {schema: json.dumps(case_schema(), indent=1, ensure_ascii=False) + "\n"}
    if not schema_only:
        if target.exists():
            hint = "choose another folder"
            raise FileProblem("there is a case already", file=str(target), hint=hint)
        name = folder.resolve().name
        text = new_case_text(name, title or f"The dispute called {name}")
        texts[target] = f"# yaml-language-server: $schema=./{schema.name}\n{text}"
    try:
        (folder if schema_only else folder / "documents").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem("cannot be made", file=str(folder), found=error.strerror) from None
    for path, text in texts.items():
        write_whole(path, text)
    written = tuple(sorted(texts))
    said = "\n".join(f"Written: {p}" for p in reversed(written))
    return Outcome({"written": [str(p) for p in written]}, said, written=written)


def check(name: str, documents: Sequence[Path] = ()) -> Outcome:
    """Report every problem of a case at once, and whether its references can be pointed at."""
    examined = examine(find_case(name))
    problems = [*examined.problems, *inquiry_problems(examined)]
    library = Library({})
    if examined.case is not None:
        library = library_of(examined.case, documents)
        problems += _pointing(examined, library)
    problems.sort()
    data = {
        "ok": not problems,
        "problems": [problem_shape(p) for p in problems],
        "documents": {id: state.status for id, state in library.states.items()},
    }
    text = problems_text(examined.case, problems, library)
    return Outcome(data, text, code=2 if problems else 0)


def library_of(case: Case, folders: Sequence[Path] = ()) -> Library:
    """Return the documents of a case that are at hand: in its folder, or in those given."""
    return open_library(
        case.sources, [Path(case.folder), Path(case.folder) / "documents", *folders]
    )


def _pointing(examined: Examined, library: Library) -> list[Problem]:
    found = []
    pointing = [(p, r) for p, r in references(examined.case) if not r.id]
    for id, claim in (examined.case.evidence if examined.case else {}).items():
        if claim.at:
            pointing.append((("evidence", id), Reference(at=claim.at, anchor=claim.anchor)))
    for path, reference in pointing:
        trouble = library.trouble(reference)
        if trouble:
            hint = "correct the number or the quoted words"
            found.append(examined.places.of(path).problem(trouble, hint))
    return found


def fmt(name: str, *, only_check: bool = False) -> Outcome:
    """Format the files of a case in place; with `only_check` say which would change.

    Raises `InvalidCase` where a file is no YAML; none is changed then.
    """
    changed = {}
    for file in _files(find_case(name)):
        text = read_text(read_bytes(file, file.name), file.name)
        if isinstance(text, Problem):
            raise InvalidCase([text])
        formatted = format_text(text, file.name)
        if formatted != text:
            changed[file] = formatted
    for file, formatted in () if only_check else changed.items():
        write_whole(file, formatted)
    done = "would change" if only_check else "formatted"
    lines = [f"{done}: {f}" for f in changed] or ["nothing to change"]
    data = {"changed": [str(f) for f in changed]}
    code = 1 if only_check and changed else 0
    return Outcome(data, "\n".join(lines), code, () if only_check else tuple(changed))


def _files(path: Path) -> list[Path]:
    """Return the files of a case: the one given, or those of its folder that hold a section."""
    if is_gmcr(path):
        hint = "turn it into a case file with `detente convert`"
        raise UsageError("a file of another tool is not formatted", found=path.name, hint=hint)
    if path.is_file():
        return [path]
    named = {"case", *SECTIONS, *MODEL_SECTIONS}
    own = [p for p in sorted(path.glob("*.yaml")) if p.stem in named]
    return own + sorted(path.glob("models/*.yaml"))


def show(name: str, model: str = "") -> Outcome:
    """Show a case: what it is about, who decides, its models, its questions; or one model in full."""
    case = open_case(name)
    model = resolve("model", model, case.every_model) if model else ""
    data = {
        "case": case.case.id,
        "title": case.case.title,
        "question": case.case.question,
        "as_of": str(case.case.as_of or ""),
        "models": [
            {
                "model": id,
                "title": m.title,
                "options": list(m.options),
                "decision_makers": m.deciders(),
            }
            for id, m in case.models.items()
            if model in ("", id)
        ]
        + [
            {
                "model": id,
                "title": m.title,
                "states": list(m.states),
                "decision_makers": m.deciders(),
            }
            for id, m in case.graphs.items()
            if model in ("", id)
        ],
        "sources": {id: s.citation() for id, s in case.sources.items()},
        "inquiries": list(case.inquiries),
        "digest": case.digest,
    }
    return Outcome(data, show_text(case, model))

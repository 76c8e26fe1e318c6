"""What `trace` prints: from a finding to paragraphs, from a paragraph to findings, and what falls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from detente.case import Case
from detente.case.places import Path
from detente.documents.folding import find
from detente.evidence.anchors import Library
from detente.evidence.part import Part
from detente.judgement.consequences import Shift
from detente.judgement.footing import Shaken
from detente.judgement.handles import handle
from detente.judgement.tracing import Rest, rests_on
from detente.report.citations import words_of
from detente.report.claims import claim_text
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["basis_text", "drop_text", "marked", "resting_text", "rests_text"]

Parts = Mapping[Path, Part]
SHOWN = 40
SAID = {True: "agrees", False: "disagrees", None: "cannot be computed"}


def rests_text(case: Case, library: Library, path: Path, part: Part, rests: Sequence[Rest]) -> str:
    """Return a part of the case with everything that it rests on."""
    lines = [wrap(f"{handle(path)}: {words_of(part) or 'no words of its own'}", "", "  ")]
    inner: Path = path
    for rest in rests:
        if rest.of != inner:
            inner = rest.of
            lines.append(wrap(f"{handle(inner)}: {_inner(part, path, inner)}", "  ", "    "))
        lines += _rest(case, library, rest)
    if not rests:
        lines.append("  rests on nothing that the case names")
    return "\n".join(lines)


def _inner(part: Part, path: Path, inner: Path) -> str:
    value: object = part
    for step in inner[len(path) :]:
        if isinstance(value, Part):
            value = getattr(value, str(step).replace("-", "_"))
        elif isinstance(value, Mapping):
            value = value[str(step)]
        elif isinstance(value, tuple):
            value = value[int(step)]
    return words_of(value) if isinstance(value, Part) else ""


def basis_text(case: Case, library: Library, name: str, places: Mapping[Path, Part]) -> str:
    """Return the statements that a key judgement rests on, each with its references."""
    head = f"The key judgement `{name}` rests on {plural(len(places), 'priority', 'priorities')}:"
    parts = [wrap(head)]
    for path, part in places.items():
        lines = [wrap(f"{handle(path)}: {words_of(part)}", "  ", "    ")]
        for rest in rests_on(case, path, part):
            lines += _rest(case, library, rest)
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _rest(case: Case, library: Library, rest: Rest) -> Iterator[str]:
    reference = rest.reference
    source = case.sources.get(reference.source)
    of = f", {source.title}" if source else ""
    yield wrap(f"{reference}{of}", "    ", "      ")
    for id in rest.through:
        yield wrap(f"{id}: {_says(case, id)}", "      ", "        ")
    text = library.paragraph(reference) if reference.at else None
    if text is not None:
        yield wrap(marked(text, reference.anchor), "      ", "      ")
    elif reference.anchor:
        yield wrap(f"…»{reference.anchor}«…", "      ", "      ")


def _says(case: Case, id: str) -> str:
    """Return a claim with its grade, or the words of an assumption."""
    claim = case.evidence.get(id)
    return claim_text(case, claim) if claim else case.assumptions[id].text


def marked(text: str, anchor: str) -> str:
    """Return a paragraph with the exact words that are pointed at between » and «.

    >>> marked("The river is high today", "is high")
    'The river »is high« today'
    """
    if not (anchor and (found := find(anchor, text))):
        return text
    start, end = found[0]
    return f"{text[:start]}»{text[start:end]}«{text[end:]}"


def resting_text(name: str, text: str | None, found: Parts) -> str:
    """Return everything that rests on a source, a paragraph, a claim or an assumption."""
    lines = [wrap(f"{name}: {text}", "", "  ")] if text else []
    lines.append(f"{plural(len(found), 'part')} of the case {_rest_verb(len(found))} on {name}:")
    lines += _listed(found)
    return "\n".join(lines)


def _rest_verb(count: int) -> str:
    return "rests" if count == 1 else "rest"


def _listed(parts: Parts) -> Iterator[str]:
    for path, part in parts.items():
        yield wrap(f"{handle(path)}: {words_of(part)}", "  ", "    ")


def drop_text(case: Case, shaken: Shaken, shifts: Sequence[Shift]) -> str:
    """Return what falls with some sources, paragraphs or claims, and what then comes out otherwise."""
    names = " and ".join(shaken.dropped)
    fallen, bare = shaken.fallen, shaken.bare
    head = (
        f"Without {names}: {plural(len(fallen), 'part')} of the case lose all backing and fall, "
        f"{len(bare):,} lose it and stay because others need them, "
        f"{len(shaken.weakened):,} lose some of it."
    )
    parts = [wrap(head)]
    for title, group in (("Fall:", fallen), ("Stay without backing:", bare)):
        if group:
            few = dict(list(group.items())[:SHOWN])
            more = [f"  … and {len(group) - SHOWN:,} more (use --json for all)"]
            parts.append("\n".join([title, *_listed(few), *more[: len(group) > SHOWN]]))
    told = [
        t for t in (_holds(shifts), _answers(case, shifts), _scores(shifts), _pulses(shifts)) if t
    ]
    return "\n\n".join([*parts, *(told or ["Nothing that was computed comes out otherwise."])])


def _holds(shifts: Sequence[Shift]) -> str:
    table = [["What holds today:", "before", "after"]]
    for s in shifts:
        if s.kind == "holds":
            table.append([f"  {s.of}", _count(s.before), _count(s.after)])
    return rows(table) if len(table) > 1 else ""


def _count(said: Mapping[str, object]) -> str:
    states = said.get("states")
    if not isinstance(states, frozenset):
        return "cannot be computed"
    today = "today's among them" if said["today"] else "not today's"
    return f"{plural(len(states), 'state')}, {today}"


def _answers(case: Case, shifts: Sequence[Shift]) -> str:
    lines = []
    for s in shifts:
        if s.kind == "answer":
            verdict = {True: "agree", False: "disagree", None: "are open"}
            agrees = s.after["agrees"]
            lines.append(
                wrap(
                    f"{s.of} {case.inquiries[s.of].ask} The checks now "
                    f"{verdict[agrees if isinstance(agrees, bool) else None]}:",
                    "  ",
                    "    ",
                )
            )
            changed = [k for k in s.before if k != "agrees" and s.before[k] != s.after.get(k)]
            lines += [wrap(f"{k}: {_said(s.after.get(k))}", "    ", "      ") for k in changed]
    return "\n".join(["Answers that change:", *lines]) if lines else ""


def _said(value: object) -> str:
    return SAID[value if isinstance(value, bool) else None]


def _scores(shifts: Sequence[Shift]) -> str:
    lines = []
    for s in shifts:
        if s.kind == "scores":
            moved = [
                f"{h} {s.before[h]:g} to {s.after[h]:g}"
                for h in s.before
                if h != "least" and s.before[h] != s.after[h]
            ]
            least = s.after["least"]
            best = ", ".join(least) if isinstance(least, tuple) else ""
            lines.append(wrap(f"{s.of}: {', '.join(moved)}; least against {best}", "  ", "    "))
    return "\n".join(["Scores of hypotheses that change:", *lines]) if lines else ""


def _pulses(shifts: Sequence[Shift]) -> str:
    lines = []
    for s in shifts:
        if s.kind == "pulse":
            moved = [
                f"{n} {s.before[n]} to {s.after[n]}" for n in s.before if s.before[n] != s.after[n]
            ]
            lines.append(wrap(f"{s.of} up: {', '.join(moved)}", "  ", "    "))
    return (
        "\n".join(["Outcomes that respond otherwise to an outside force:", *lines]) if lines else ""
    )

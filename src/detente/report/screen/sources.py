"""What `sources` prints: the documents and their grades, who judges what, and what is covered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from detente.case import Case
from detente.evidence.judgements import Compared
from detente.evidence.summary import bases_of, summarise
from detente.judgement.coverage import Cover, Covered, counts
from detente.judgement.handles import handle
from detente.report.assurance import grade, summary_sentences
from detente.report.citations import words_of
from detente.report.dates import in_words
from detente.report.names import listed
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["coverage_text", "judgements_text", "sources_text"]

SHOWN = 30


def sources_text(case: Case, cited: Mapping[str, int]) -> str:
    """Return the sources of a case: grade, date, what is said of them, how often they are cited."""
    if not case.sources:
        return "The case names no sources."
    parts = [wrap(summary_sentences(summarise(case.sources, case.evidence)))]
    for id, source in case.sources.items():
        lines = [wrap(f"{id}  {source.citation()}", "", "     ")]
        facts = (
            ("Reliability", grade(source.reliability)),
            ("Date", in_words(source.issued)),
            ("Kind", source.kind),
            ("Stance", source.stance),
            ("Judgement", source.judgement),
            ("Weak points", source.note),
            ("Copy read", source.copy_at_hand()),
            ("Claims", _bases(case, id)),
            ("Cited", plural(cited.get(id, 0), "time")),
        )
        lines += [wrap(f"{term}: {said}", "     ", "       ") for term, said in facts if said]
        parts.append("\n".join(lines))
    return "\n".join(parts)


def _bases(case: Case, source: str) -> str:
    """Return how many claims are taken from a source, by their basis."""
    bases = bases_of(c for c in case.evidence.values() if c.source == source)
    return ", ".join(f"{n} {basis}" for basis, n in bases.items())


def judgements_text(case: Case, found: Compared) -> str:
    """Return who judges what: the matrix, what all agree on, and where each pair contradicts."""
    if not case.judgements:
        return "The case records no judgements of its sources."
    table = [["", *found.sources]]
    table += [
        [id, *(j.answers.get(s, "–") for s in found.sources)] for id, j in case.judgements.items()
    ]
    asked = [wrap(f"{id}: {j.ask}", "  ", "      ") for id, j in case.judgements.items()]
    alike = listed(list(found.unanimous)) or "nothing"
    pairs = [["", "agree on", "contradict on"]]
    for (a, b), against in found.conflicts.items():
        pairs.append([f"{a} and {b}", str(len(found.agreements[a, b])), _against(against)])
    return "\n\n".join(
        [
            "\n".join([rows(table, "  "), *asked]),
            f"All agree on {alike}.",
            rows(pairs, "  ") if len(pairs) > 1 else "There is one source only.",
        ]
    )


def _against(ids: Sequence[str]) -> str:
    return f"{len(ids)}: {', '.join(ids)}" if ids else "0"


def coverage_text(found: tuple[Covered, ...], doubted: Sequence[str] = ()) -> str:
    """Return how many assertions of each kind rest on what, and the weakest of them one by one."""
    covers: tuple[Cover, ...] = tuple(
        c for c in get_args(Cover) if any(f.cover == c for f in found)
    )
    table = [["", *covers]]
    for kind, by_cover in counts(found):
        table.append([kind, *(str(by_cover.get(cover, 0)) for cover in covers)])
    parts = [rows(table, "  ")]
    for cover in ("nothing", "ours", "opinion"):
        weak = [c for c in found if c.cover == cover]
        if weak:
            lines = [
                wrap(f"{handle(c.path)}: {words_of(c.part)}", "  ", "    ") for c in weak[:SHOWN]
            ]
            more = [f"  … and {len(weak) - SHOWN:,} more (use --json for all)"]
            parts.append("\n".join([f"Rest on {cover}:", *lines, *more[: len(weak) > SHOWN]]))
    single = [c.sources[0] for c in found if c.cover == "one source"]
    alone = ", ".join(f"{s} {single.count(s)}" for s in dict.fromkeys(sorted(single)))
    if alone:
        parts.append(
            wrap(f"Rest on one source alone, by source: {alone}. What falls with it: trace --drop.")
        )
    if doubted:
        parts.append("\n".join(["To look at:", *(wrap(f"{d}.", "  ", "    ") for d in doubted)]))
    return "\n\n".join(parts)

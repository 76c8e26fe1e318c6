"""Measure the suggestions against public marks, and against marks of your own.

python -m benchmarks.suggestions --plover plover_gold_sentences.csv --docs docs
python -m benchmarks.suggestions --case japan-russia --documents FOLDER --marks benchmarks/marks.json

`--plover` takes the public PLOVER sentences (one event each: type, source, target): the even rows
are half A, on which the word lists were written, the odd rows half B. `--docs` takes texts with
marked dates, persons and places beside them (`*.gold.json`); the marks are partial, so only recall
is measured. `--case` holds the dated events and the quantities of a case against its documents,
paragraph by paragraph. `--marks` takes marks of sentences: a list of objects with `document`,
`start`, `end` and `kind` (event or position), and for an event `type`, `actor` and `recipient`.
`marks.json` holds those of the five documents, made sentence by sentence by whoever wrote the rules.
`--documents` alone counts offsets that lead back to the words, and dates whose year stands in them.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.case.opening import open_case
from detente.documents import Document, read, split_paragraphs
from detente.suggest import Suggestion, load_parser, suggest
from detente.suggest.gazetteer import standard
from detente.suggest.sentences import sentences
from detente.suggest.syntax import Parser

OLD_TYPES = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
"""Types of the first PLOVER that the sixteen took up."""


@dataclass(frozen=True)
class Score:
    """How many were found and right, how many were proposed, how many there are."""

    right: int
    proposed: int
    marked: int

    def __str__(self) -> str:
        precision = f"{self.right / self.proposed:.2f}" if self.proposed else "-"
        recall = f"{self.right / self.marked:.2f}" if self.marked else "-"
        found = f"recall {recall} ({self.right}/{self.marked})"
        return (
            f"precision {precision} ({self.right}/{self.proposed}), {found}"
            if self.proposed
            else found
        )


def text_document(text: str, name: str = "text") -> Document:
    return Document(name, "", text, split_paragraphs(text))


def plover(path: Path, parser: Parser | None) -> dict[str, Score]:
    """Type alone, and type with both countries, on each half of the sentences."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found: dict[str, Score] = {}
    for half, part in (("A", rows[0::2]), ("B", rows[1::2])):
        events = [
            suggest(text_document(row["text"]), only=["events"], parser=parser) for row in part
        ]
        pairs = list(zip(part, events, strict=True))
        proposed = sum(len({(e.type, e.actor, e.recipient) for e in es}) for es in events)
        types = sum(len({e.type for e in es}) for es in events)
        by_type = sum(mark_type(row) in {e.type for e in es} for row, es in pairs)
        strict = sum(any(same_event(row, e) for e in es) for row, es in pairs)
        found[f"half {half}, type"] = Score(by_type, types, len(part))
        found[f"half {half}, type and both sides"] = Score(strict, proposed, len(part))
    return found


def mark_type(row: dict[str, str]) -> str:
    return OLD_TYPES.get(row["event"], row["event"])


def same_event(row: dict[str, str], event: Suggestion) -> bool:
    """Whether type, source and target agree; an organisation is compared by its name."""
    source, target = countries(row["source"]), countries(row["target"])
    if event.type != mark_type(row):
        return False
    if not target:
        return bool(source & set(event.actor)) and (len(source) < 2 or source <= set(event.actor))
    return bool(source & set(event.actor)) and bool(target & set(event.recipient))


def countries(field: str) -> set[str]:
    """Return the codes of a field such as `Tokyo[JAP:]|Jordan[JOR:]`."""
    found = set()
    for part in field.split("|"):
        code = re.search(r"\[(\w{3}):", part)
        if code and code[1] == "IGO":
            found |= {e.code for _, e in standard().find(part) if e.how == "organisation"}
        elif code:
            found.add({"JAP": "JPN", "VTN": "VNM"}.get(code[1], code[1]))
    return found


def docs(folder: Path) -> dict[str, Score]:
    """Recall of the marked dates, persons and places: a suggestion covers the marked words."""
    counts = {kind: [0, 0] for kind in ("dates", "persons", "places")}
    for gold in sorted(folder.glob("*.gold.json")):
        text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        found = suggest(text_document(text), only=["dates", "actors"])
        marks = json.loads(gold.read_text(encoding="utf-8"))
        for kind, count in counts.items():
            proposed = [s.text for s in found if (s.kind == "date") == (kind == "dates")]
            for mark in marks[kind]:
                count[1] += 1
                count[0] += covered(kind, mark, proposed, found)
    return {kind: Score(right, 0, marked) for kind, (right, marked) in counts.items()}


def covered(
    kind: str, mark: dict[str, Any], proposed: list[str], found: Sequence[Suggestion]
) -> bool:
    if kind != "dates":
        name = re.sub(r"[’']s$", "", mark["text"])
        return any(name in p or (p in name and len(p) >= len(name) / 2) for p in proposed)
    start = mark.get("when") or mark.get("from") or mark["text"]
    return any(mark["text"] in p for p in proposed) or any(
        s.date and s.date.text.startswith(start) for s in found
    )


def case_marks(name: str, folder: Path, parser: Parser | None) -> dict[str, Score]:
    """Dated events and quantities of a case, found in one of the paragraphs they rest on."""
    case = open_case(name)
    at_hand = {
        id: next(folder.glob(Path(s.file).name), None) for id, s in case.sources.items() if s.file
    }
    found = {
        id: suggest(read(path, id), case=case, date=case.sources[id].issued, parser=parser)
        for id, path in at_hand.items()
        if path
    }
    codes = {id: standard().code(a.name) for id, a in case.actors.items()}

    def at(references: Iterable[Any], kind: str) -> list[Suggestion]:
        places = {(r.source, r.paragraph) for r in references if r.at}
        return [
            s for d, n in places for s in found.get(d, ()) if s.paragraph == n and s.kind == kind
        ]

    events = [e for e in case.timeline if any(r.at for r in e.because) and (e.by or e.between)]
    sides = [((e.by,), (e.on,)) if e.by else (e.between, e.between) for e in events]
    pairs = [({codes.get(x) for x in a}, {codes.get(x) for x in b}) for a, b in sides]
    hit = sum(
        any(set(s.actor) & a and set(s.recipient) & b for s in at(e.because, "event"))
        for e, (a, b) in zip(events, pairs, strict=True)
    )
    quantities = [q for q in case.quantities.values() if any(r.at for r in q.because)]
    counted = sum(bool(at(q.because, "quantity")) for q in quantities)
    return {
        "events of the timeline, ordered pair in the paragraph": Score(hit, 0, len(events)),
        "quantities, one in the paragraph": Score(counted, 0, len(quantities)),
    }


def own_marks(path: Path, folder: Path, parser: Parser | None) -> dict[str, Score]:
    """Candidate sentences, and strict events: the same sentence, type and ordered pair."""
    marks = json.loads(path.read_text(encoding="utf-8"))
    right = proposed = marked = 0
    strict = [0, 0, 0]
    for name in sorted({m["document"] for m in marks}):
        document = read(next(folder.glob(f"{name}*")), name)
        own = [m for m in marks if m["document"] == name]
        found = suggest(document, only=["events", "positions"], parser=parser)
        spans = [
            (p.start + a, p.start + b) for p in document.paragraphs for a, b in sentences(p.text)
        ]
        gold = {span for span in spans if any(span[0] <= m["start"] < span[1] for m in own)}
        ours = {span for span in spans if any(span[0] <= s.start < span[1] for s in found)}
        right, proposed, marked = right + len(gold & ours), proposed + len(ours), marked + len(gold)
        theirs = {t for m in own if m["kind"] == "event" for t in triples(m, spans)}
        mine = {
            t
            for s in found
            if s.kind == "event"
            for t in triples(
                {"start": s.start, "type": s.type, "actor": s.actor, "recipient": s.recipient},
                spans,
            )
        }
        strict = [strict[0] + len(theirs & mine), strict[1] + len(mine), strict[2] + len(theirs)]
    return {
        "candidate sentences": Score(right, proposed, marked),
        "strict events": Score(*strict),
    }


def sound(folder: Path, parser: Parser | None) -> dict[str, Score]:
    """Offsets that lead back to the words, and resolved dates whose year stands in the words.

    The documents are read without a date of their own, so that nothing but the words gives one.
    """
    places, dates = [0, 0], [0, 0]
    for path in sorted(folder.glob("*.txt")):
        document = read(path)
        for s in suggest(document, parser=parser):
            places = [places[0] + (document.text[s.start : s.end] == s.text), places[1] + 1]
            if s.date:
                said = next(p.text for p in document.paragraphs if p.number == s.paragraph)
                dates = [dates[0] + (str(s.date.start.year) in said), dates[1] + 1]
    return {
        "offsets that lead back to the words": Score(places[0], 0, places[1]),
        "dates that the words give": Score(dates[0], 0, dates[1]),
    }


def triples(mark: dict[str, Any], spans: list[tuple[int, int]]) -> set[tuple[Any, ...]]:
    sentence = next((s for s in spans if s[0] <= mark["start"] < s[1]), None)
    return {
        (sentence, mark["type"], a, b) for a in mark["actor"] for b in mark["recipient"] if a != b
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description="Measure the suggestions.")
    for option in ("--plover", "--docs", "--documents", "--marks"):
        arguments.add_argument(option, type=Path)
    arguments.add_argument("--case", default="")
    arguments.add_argument("--parser", action="store_true", help="read with the trained parser")
    chosen = arguments.parse_args()
    parser = load_parser() if chosen.parser else None
    results: dict[str, Score] = {}
    if chosen.plover:
        results |= plover(chosen.plover, parser)
    if chosen.docs:
        results |= docs(chosen.docs)
    if chosen.documents:
        results |= sound(chosen.documents, parser)
    if chosen.case and chosen.documents:
        results |= case_marks(chosen.case, chosen.documents, parser)
    if chosen.marks and chosen.documents:
        results |= own_marks(chosen.marks, chosen.documents, parser)
    for name, score in results.items():
        print(f"{name}: {score}")


if __name__ == "__main__":
    main()

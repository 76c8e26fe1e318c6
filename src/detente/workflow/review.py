"""Go through suggestions: accept, reject or leave them; what is accepted enters the case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from detente.case import Case, examine, find_case, open_case
from detente.case.formatter import format_text, write_whole
from detente.casebook import shipped_cases
from detente.errors import InvalidCase, UnknownName, UsageError
from detente.suggest import Suggestion, load_parser, suggest
from detente.suggest.entries import REVIEWED, Written, entry_for
from detente.suggest.journal import Decision, Journal, Verdict
from detente.suggest.outside import ask_outside
from detente.workflow.cases import library_of
from detente.workflow.outcome import Outcome

__all__ = ["Item", "Review", "open_review", "review"]


@dataclass(frozen=True)
class Item:
    """A suggestion that waits, with the source that it comes from and the paragraph around it."""

    source: str
    suggestion: Suggestion
    paragraph: str

    @property
    def id(self) -> str:
        """What a person calls it: the source and the suggestion."""
        return f"{self.source}-{self.suggestion.id}"


@dataclass(frozen=True)
class Review:
    """A case with its suggestions and the journal of decisions."""

    folder: Path
    case: Case
    items: tuple[Item, ...]
    journal: Journal

    def waiting(self) -> tuple[Item, ...]:
        """Return what nobody has decided: first what is new, then what was left for later."""
        past = self.journal.decisions()
        last = {i: past.get((i.source, i.suggestion.id), []) for i in self.items}
        new = [i for i in self.items if not last[i]]
        return (*new, *(i for i in self.items if last[i] and last[i][-1].verdict == "later"))

    def item(self, id: str) -> Item:
        """Return one suggestion. Raises `UnknownName`."""
        found = next((i for i in self.items if i.id == id), None)
        if found is None:
            raise UnknownName("suggestion", id, [i.id for i in self.items])
        return found

    def decide(self, item: Item, verdict: Verdict, words: str = "") -> Path | None:
        """Note a decision, then carry it out; return the file that an accepted one went to.

        The note is on the disk first: if the program is killed in between, `open_review` writes
        the entry the next time. Raises `FileProblem`, and `InvalidCase` where the entry would
        break the case (the case is then as it was, and the suggestion is left for later).
        """
        self.journal.add(Decision(item.source, item.suggestion.id, verdict, words))
        if verdict != "accept":
            return None
        return self._write(item, words)

    def finish(self) -> tuple[Path, ...]:
        """Write what was accepted and is not in the case yet: after a kill there may be some.

        One that would break the case is left for later.
        """
        past = self.journal.decisions()
        last = ((i, past.get((i.source, i.suggestion.id), [])) for i in self.items)
        open_ones = [(i, d[-1]) for i, d in last if d and d[-1].verdict == "accept"]
        paths = []
        for item, decision in open_ones:
            with suppress(InvalidCase, UsageError):
                paths.append(self._write(item, decision.text))
        return tuple(paths)

    def _write(self, item: Item, words: str) -> Path:
        entry = entry_for(self.case, item.source, item.suggestion, words)
        path = _place(self.folder, entry)
        try:
            if not (path.exists() and entry.stands_in(path.read_text(encoding="utf-8"))):
                _add(self.folder, path, entry)
        except (InvalidCase, UsageError):
            self.journal.add(Decision(item.source, item.suggestion.id, "later"))
            raise
        self.journal.add(Decision(item.source, item.suggestion.id, "written"))
        return path


def open_review(
    name: str,
    folders: Sequence[Path] = (),
    *,
    kinds: Iterable[str] = (),
    extractor: str = "",
    parser: bool = False,
) -> Review:
    """Look for suggestions in the documents of a case, and finish what a kill interrupted.

    Documents are those that its sources name, in the case folder, its folder `documents` or
    `folders`. `kinds` narrows the kinds, `extractor` is an outside program to ask as well, `parser`
    reads the structure of sentences. Raises `UsageError` for a shipped case or a kind that is not
    reviewed, `InvalidCase`, and `MissingExtra` where there is no parser.
    """
    wanted = tuple(kinds) or REVIEWED
    for kind in wanted:
        if kind not in REVIEWED:
            raise UnknownName("kind of suggestion", kind, REVIEWED)
    folder = _folder(name)
    case = open_case(folder)
    items = [i for i in _items(case, folders, extractor, parser) if i.suggestion.kind in wanted]
    found = Review(folder, case, tuple(items), Journal(folder / ".detente" / "review.jsonl"))
    found.finish()
    return found


def review(
    name: str,
    folders: Sequence[Path] = (),
    *,
    kinds: Iterable[str] = (),
    extractor: str = "",
    parser: bool = False,
    accept: Sequence[str] = (),
    reject: Sequence[str] = (),
    later: Sequence[str] = (),
) -> Outcome:
    """Decide about the suggestions named, or list those that wait. Raises as `open_review`."""
    found = open_review(name, folders, kinds=kinds, extractor=extractor, parser=parser)
    decided: list[tuple[Item, Verdict]] = [
        *((found.item(i), "accept") for i in accept),
        *((found.item(i), "reject") for i in reject),
        *((found.item(i), "later") for i in later),
    ]
    paths = [p for item, verdict in decided if (p := found.decide(item, verdict))]
    waiting = found.waiting()
    lines = [f"{verdict}: {item.id}" for item, verdict in decided]
    lines += [] if decided else [f"{i.id}\n  {_line(i)}" for i in waiting]
    lines.append(f"{len(waiting)} of {len(found.items)} suggestions wait for a yes or no")
    data = {
        "decided": [{"suggestion": i.id, "verdict": v} for i, v in decided],
        "waiting": [{"source": i.source, **i.suggestion.as_json(), "id": i.id} for i in waiting],
    }
    return Outcome(data, "\n".join(lines), written=tuple(dict.fromkeys(paths)))


def _line(item: Item) -> str:
    s = item.suggestion
    who = " → ".join(", ".join(side) for side in (s.actor, s.recipient) if side)
    parts = (s.kind, s.type, who, str(s.date or ""), f"“{' '.join(s.text.split())}”")
    return "  ".join(p for p in parts if p)


def _items(case: Case, folders: Sequence[Path], extractor: str, parser: bool) -> Iterable[Item]:
    structure = load_parser() if parser else None
    for source, state in library_of(case, folders).states.items():
        document = state.document
        if document is None:
            continue
        date = case.sources[source].issued
        found = list(suggest(document, case=case, date=date, parser=structure))
        found += ask_outside(extractor, document, date=date) if extractor else []
        for suggestion in found:
            yield Item(source, suggestion, document.paragraph(suggestion.paragraph).text)


def _folder(name: str) -> Path:
    """Return the folder of a case that may be written to. Raises `UsageError`."""
    path = find_case(name)
    if path in shipped_cases().values():
        hint = "copy its folder and use the copy"
        raise UsageError("a case that ships with the program is not changed", found=name, hint=hint)
    if not path.is_dir():
        hint = "put it into a folder of its own as case.yaml"
        raise UsageError("a review needs a case in a folder", found=path.name, hint=hint)
    return path.absolute()


def _place(folder: Path, entry: Written) -> Path:
    """Return the file that holds a section: case.yaml where it stands there, else its own."""
    main = folder / "case.yaml"
    inside = re.search(rf"^{entry.section}:", main.read_text(encoding="utf-8"), re.M)
    return main if inside else folder / f"{entry.section}.yaml"


def _add(folder: Path, path: Path, entry: Written) -> None:
    """Write a file with the entry added; put the old text back where the case would break."""
    before = path.read_text(encoding="utf-8") if path.exists() else None
    old = set(examine(folder).problems)
    text = _with_entry(before or "", entry, inside=path.name == "case.yaml")
    write_whole(path, format_text(text, path.name))
    fresh = [p for p in examine(folder).problems if p.message not in {o.message for o in old}]
    if fresh:
        if before is None:
            path.unlink()
        else:
            write_whole(path, before)
        raise InvalidCase(fresh)


def _with_entry(text: str, entry: Written, *, inside: bool) -> str:
    """Return a file with an entry added at the end, or at the end of its section in case.yaml."""
    if not inside:
        return text + ("" if not text or text.endswith("\n") else "\n") + entry.text + "\n"
    lines = text.splitlines()
    first = next(k for k, line in enumerate(lines) if line.startswith(f"{entry.section}:"))
    if not re.fullmatch(rf"{entry.section}:\s*(#.*)?", lines[first]):
        hint = f"move it to a file {entry.section}.yaml of its own"
        raise UsageError(f"`{entry.section}` stands in one line of case.yaml", hint=hint)
    last = next(
        (k for k in range(first + 1, len(lines)) if re.match(r"[^\s#-]", lines[k])), len(lines)
    )
    while not lines[last - 1].strip() or lines[last - 1].startswith("#"):
        last -= 1
    indent = re.match(r"\s*", lines[first + 1])[0] if last > first + 1 else "  "  # type: ignore[index]
    return "\n".join([*lines[:last], indent + entry.text, *lines[last:]]) + "\n"

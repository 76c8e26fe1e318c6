"""Who cites what: every reference of a case, with the things that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from detente.case import Case
from detente.case.ledgers import Domestic, Position
from detente.case.model import Preference
from detente.case.network import Influence
from detente.evidence import Reference
from detente.evidence.part import Part
from detente.evidence.summary import DOUBTFUL
from detente.report.anchors import anchor, statement_anchor
from detente.report.inlines import Cite, Cites, Line

__all__ = ["Citing", "Index", "citations", "path_of", "words_of"]

Path = tuple[str | int, ...]
_WORDS = (
    "label",
    "text",
    "title",
    "claim",
    "matter",
    "view",
    "what",
    "watch",
    "ask",
    "name",
    "want",
)
_SECTIONS = {
    "actors": "party",
    "assumptions": "assumption",
    "disagreements": "matter",
    "indicators": "indicator",
    "inquiries": "question",
    "quantities": "figure",
}


@dataclass(frozen=True)
class Citing:
    """One reference and what rests on it: its words, and the anchor where it stands, if any."""

    reference: Reference
    path: Path
    words: str
    target: str


def citations(case: Case) -> tuple[Citing, ...]:
    """Return every reference in a case with what it backs, in the order of the case.

    The whole case is walked, whatever its sections are called, so that none can be forgotten.

    >>> from detente.case import open_case
    >>> found = citations(open_case("japan-russia"))
    >>> next(c.target for c in found if c.path[:2] == ("models", "2014") and "order" in c.path)
    'st-2014-jp-1'
    """
    return tuple(_walk(case, case, ()))


def _walk(case: Case, value: object, path: Path, words: str = "") -> Iterator[Citing]:
    if isinstance(value, Reference):
        yield Citing(value, path, words, path_of(case, path))
    elif isinstance(value, Part):
        said = words_of(value) or words
        extra = value.__pydantic_extra__ or {}
        for name in (*type(value).model_fields, *extra):
            yield from _walk(case, getattr(value, name, extra.get(name)), (*path, name), said)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _walk(case, inner, (*path, str(key)), words)
    elif isinstance(value, tuple | list):
        yield from _items(case, value, path, words)


def _items(case: Case, value: Iterable[object], path: Path, words: str) -> Iterator[Citing]:
    for i, inner in enumerate(value):
        yield from _walk(case, inner, (*path, i), words)


def words_of(part: Part) -> str:
    """Return the words by which a part is known to a reader, or an empty text where it has none."""
    said = next((str(getattr(part, w)) for w in _WORDS if getattr(part, w, "")), "")
    if isinstance(part, Influence) and not said:
        return f"{part.cause} {part.sign} {part.effect}"
    if isinstance(part, Position):
        return f"where {part.actor} stands on {part.issue}"
    if isinstance(part, Domestic):
        return f"Who lets an agreement pass at home ({len(part.factions)} factions)"
    return said


def path_of(case: Case, path: Path) -> str:
    """Return the anchor of what stands at a path of the case, or an empty text where none does."""
    match path:
        case ("models", str(model), "preferences", str(actor), "readings", str(reading), *rest):
            preference: Preference = case.models[model].preferences[actor]
            used = next(iter(preference.readings)) == reading
            if rest[:1] == ["order"] and isinstance(rest[1], int):
                return statement_anchor(model, actor, reading, rest[1] + 1, used)
            return anchor("model", model)
        case ("models", str(model), *_):
            return anchor("model", model)
        case ("timeline", *_):
            return "chronology"
        case (str(section), str(id), *_) if section in _SECTIONS:
            return anchor(_SECTIONS[section], id) if section != "actors" else ""
    return ""


class Index:
    """The references of a case by their anchors: paragraphs, claims, assumptions, own remarks.

    >>> from detente.case import open_case
    >>> index = Index(open_case("japan-russia"))
    >>> index.anchor(Reference.model_validate("000¶24")), len(index.remarks["own"])
    ('ref-000-24', 19)
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.citing = citations(case)
        self.remarks: dict[str, list[str]] = {"own": [], "outside": []}
        for kind, text in dict.fromkeys(_remark(c.reference) for c in self.citing):
            if kind:
                self.remarks[kind].append(text)

    def anchor(self, reference: Reference) -> str:
        """Return the anchor that a reference leads to."""
        if reference.at:
            return anchor("ref", reference.source, reference.paragraph)
        if reference.id:
            known = reference.id in self.case.assumptions
            return anchor("assumption" if known else "claim", reference.id)
        kind, text = _remark(reference)
        return anchor(kind, self.remarks[kind].index(text) + 1)

    def label(self, reference: Reference) -> str:
        """Return how a reference is shown beside a sentence."""
        claim = self.case.evidence.get(reference.id)
        if reference.at:
            doubtful = claim is not None and claim.credibility in DOUBTFUL
            return f"{reference.at}, doubtful" if doubtful else reference.at
        if reference.id:
            kind = "assumption" if reference.id in self.case.assumptions else "claim"
            return f"{kind} {reference.id}"
        return "our addition" if reference.modeller else "outside"

    def cites(self, references: Iterable[Reference]) -> Line:
        """Return references as one inline, or nothing where there is none."""
        shown = dict.fromkeys((self.label(r), self.anchor(r)) for r in references)
        return (Cites(tuple(Cite(text, target) for text, target in shown)),) if shown else ()


def _remark(reference: Reference) -> tuple[str, str]:
    if reference.modeller:
        return "own", reference.modeller
    return ("outside", reference.outside) if reference.outside else ("", "")

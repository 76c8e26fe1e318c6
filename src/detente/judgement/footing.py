"""What falls if a source, a paragraph or a claim falls: a case without what rests on it alone.

What loses all of its backing is taken out, as far as the rest can do without it: statements of
preference, rules, pushes of the network, rows of evidence, events, traits, forecasts, figures,
assumptions, claims and signposts. Options, outcomes, readings and questions stay, and are said
to stand bare. A paragraph that repeats another falls with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from detente.case import Case, Statement
from detente.case.model import Reading
from detente.case.network import Influences
from detente.case.places import Path
from detente.case.terms import Constant
from detente.errors import UnknownName
from detente.evidence import Claim, Reference
from detente.evidence.hypotheses import HypothesisSet, Item
from detente.evidence.part import Part

__all__ = ["Shaken", "canonical", "drop"]

_ROWS = frozenset(("timeline", "forecasts", "quantities", "assumptions", "evidence", "indicators"))
_TRAITS = frozenset(("goals", "fears", "constraints", "resources"))


INDIFFERENT = Statement(want=Constant(True), label="No priority is left")
"""What stands for the priorities of a reading that has lost them all: every state is as good."""


@dataclass(frozen=True)
class Shaken:
    """A case without some sources, paragraphs or claims, and what that did to it.

    `fallen` lost all their backing and are out of `case`; `bare` lost it too and stay, for others
    need them; `weakened` lost some of it.
    """

    case: Case
    dropped: tuple[str, ...]
    fallen: Mapping[Path, Part]
    bare: Mapping[Path, Part]
    weakened: Mapping[Path, Part]


def canonical(case: Case, at: str) -> str:
    """Return a paragraph, or the one that it repeats: a pull quote is no second witness.

    >>> from detente.case import open_case
    >>> canonical(open_case("japan-russia"), "000¶19")
    '000¶23'
    """
    source, _, number = at.partition("¶")
    repeats = case.sources[source].repeats if source in case.sources else {}
    return f"{source}¶{repeats.get(number, number)}"


def drop(case: Case, names: Iterable[str]) -> Shaken:
    """Take sources (`002`), paragraphs (`000¶24`), claims or assumptions out of a case.

    The case given stays as it is. Raises `UnknownName` for what the case does not have.

    >>> from detente.case import open_case
    >>> shaken = drop(open_case("japan-russia"), ["003"])
    >>> len(shaken.fallen) > 0, "003" in shaken.case.sources
    (True, False)
    """
    names = tuple(dict.fromkeys(names))
    gone = frozenset(_known(case, name) for name in names)
    while (wider := gone | _resting(case, gone)) != gone:
        gone = wider
    sweep = _Sweep(case, gone)
    return Shaken(sweep.rebuilt(case, ()), names, sweep.fallen, sweep.bare, sweep.weakened)


def _known(case: Case, name: str) -> str:
    source = name.partition("¶")[0]
    known = (*case.sources, *case.evidence, *case.assumptions)
    if source not in known or ("¶" in name and source not in case.sources):
        raise UnknownName("source, claim or assumption", source, known)
    if "¶" in name:
        return canonical(case, Reference.model_validate(name).at)
    return name


def _resting(case: Case, gone: frozenset[str]) -> set[str]:
    """Return the claims and assumptions that lose all their backing when something goes."""
    claims = {id for id, claim in case.evidence.items() if _claim_goes(case, claim, gone)}
    return claims | {
        id
        for id, a in case.assumptions.items()
        if a.because and all(_goes(case, r, gone) for r in a.because)
    }


def _claim_goes(case: Case, claim: Claim, gone: frozenset[str]) -> bool:
    at = canonical(case, claim.at) if claim.at else ""
    return claim.source in gone or at in gone


def _goes(case: Case, reference: Reference, gone: frozenset[str]) -> bool:
    at = canonical(case, reference.at) if reference.at else ""
    return bool({reference.source, reference.id, at} & gone - {""})


@dataclass
class _Sweep:
    """One pass over a case that takes out what has gone, and keeps account of it."""

    case: Case
    gone: frozenset[str]
    fallen: dict[Path, Part] = field(default_factory=dict)
    bare: dict[Path, Part] = field(default_factory=dict)
    weakened: dict[Path, Part] = field(default_factory=dict)

    def rebuilt(self, value: Any, path: Path) -> Any:
        """Return a value without what has gone."""
        if isinstance(value, Part):
            return self._part(value, path)
        if isinstance(value, Mapping):
            kept = {k: v for k, v in value.items() if not self._falls(v, (*path, str(k)))}
            return {k: self.rebuilt(v, (*path, str(k))) for k, v in kept.items()}
        if isinstance(value, tuple):
            falls = [self._falls(v, (*path, i)) for i, v in enumerate(value)]
            value = _untied(value, falls)
            left = [(i, v) for i, v in enumerate(value) if not falls[i]]
            return tuple(self.rebuilt(v, (*path, i)) for i, v in left)
        return value

    def _part(self, part: Part, path: Path) -> Part:
        new: dict[str, Any] = {}
        because = getattr(part, "because", ())
        if isinstance(because, tuple) and because:
            new["because"] = tuple(r for r in because if not _goes(self.case, r, self.gone))
            if not new["because"]:
                self.bare[path] = part
            elif len(new["because"]) < len(because):
                self.weakened[path] = part
        for name in type(part).model_fields:
            if name != "because":
                was = getattr(part, name)
                now = self.rebuilt(was, (*path, name))
                if now is not was:
                    new[name] = now
        if isinstance(part, Reading) and part.order and not new.get("order", True):
            new["order"] = (INDIFFERENT,)
        return part.model_copy(update=new | self._mended(part, new))

    def _mended(self, part: Part, new: Mapping[str, Any]) -> dict[str, Any]:
        """Return what names something that has gone, without it."""
        if isinstance(part, Case):
            sources = {id: s for id, s in part.sources.items() if id not in self.gone}
            judgements = {
                id: j.model_copy(update={"answers": _kept(j.answers, self.gone)})
                for id, j in part.judgements.items()
            }
            return {"sources": sources, "judgements": judgements}
        if isinstance(part, Influences):
            edges = new["edges"]
            left = (c for c in part.contested if all(e in edges for e in c.edges))
            return {"contested": tuple(left)}
        if isinstance(part, HypothesisSet):
            return {"evidence": _alone(new.get("evidence", part.evidence))}
        return {}

    def _falls(self, value: Any, path: Path) -> bool:
        """Whether something loses all its backing and can be done without; if so, note it."""
        if not isinstance(value, Part) or not _removable(path):
            return False
        because = getattr(value, "because", ())
        gone = bool(because) and all(_goes(self.case, r, self.gone) for r in because)
        if isinstance(value, Claim):
            gone = str(path[-1]) in self.gone
        if gone:
            self.fallen[path] = value
        return gone


def _kept(answers: Mapping[str, str], gone: frozenset[str]) -> dict[str, str]:
    return {source: said for source, said in answers.items() if source not in gone}


def _alone(rows: Mapping[str, Item]) -> dict[str, Item]:
    """Let a row count again that repeated one that has gone."""
    return {
        id: row if row.repeats in ("", *rows) else row.model_copy(update={"repeats": ""})
        for id, row in rows.items()
    }


def _removable(path: Path) -> bool:
    match path:
        case ("models", _, "preferences", _, "readings", _, "order", _) | ("models", _, "rules", _):
            return True
        case ("influences", "edges", _) | ("hypotheses", _, "evidence", _):
            return True
        case ("actors", _, str(kind), _):
            return kind in _TRAITS
        case (str(section), _):
            return section in _ROWS
    return False


def _untied(value: tuple[Any, ...], falls: Sequence[bool]) -> tuple[Any, ...]:
    """Let a statement that was tied to one that falls begin a level, if it is the first left of it."""
    if not any(falls) or not isinstance(value[0], Statement):
        return value
    found, level_kept = [], False
    for statement, gone in zip(value, falls, strict=True):
        if not statement.about_equal:
            level_kept = False
        if not gone and statement.about_equal and not level_kept:
            statement = statement.model_copy(update={"about_equal": False})
        level_kept = level_kept or not gone
        found.append(statement)
    return tuple(found)

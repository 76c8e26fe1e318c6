"""What each side lacks first, in words."""

from __future__ import annotations

from detente.judgement.concern import bases_of
from detente.judgement.finding import KeyJudgement, Wanting
from detente.report.anchors import basis_anchor
from detente.report.inlines import Line, Link, Written, line
from detente.report.material import Material
from detente.report.names import capital, number, ordinal

__all__ = ["lacks"]


def lacks(material: Material, judgement: KeyJudgement) -> Written:
    """Return claim and detail on the first unmet priority of each party."""
    found = next(f for f in judgement.findings if isinstance(f, Wanting))
    words, said = material.words, list[Line]()
    where = f" in {words.model(found.model)}" if len(material.models) > 1 else ""
    for n, u in enumerate(found.unmet):
        basis = bases_of(material.by_id[found.model], [u])[0]
        what = f" first unmet priority{where}" if not n else ""
        before = f"{capital(words.whose(u.actor))}{what} is the {ordinal(u.position)} of {number(u.of)}, "
        link = Link(words.statement(found.model, u.statement), basis_anchor(basis))
        said.append(line(before, link, material.cites(u.statement.because), ". "))
    if found.content:
        verb = words.verb(found.content[0], "lacks", "lack") if len(found.content) == 1 else "lack"
        said.append(line(f"{capital(words.actors(found.content))} {verb} nothing."))
    return said[0], line(*said[1:])

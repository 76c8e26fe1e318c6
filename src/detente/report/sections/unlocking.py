"""What would unlock: the smallest change for each outcome, whose it is, and who cannot do it."""

from __future__ import annotations

from detente.judgement.concern import Concern, aim_of, concerns, plainest, yardstick
from detente.report.blocks import Block, Bullets, FigureBlock, Fold, Paragraph, Row, Section, Table
from detente.report.figures.parties import parties_figure
from detente.report.inlines import line, started
from detente.report.material import Material
from detente.report.names import capital, count, number, quoted, sentence
from detente.report.words import concepts_listed
from detente.stability.assessment import ModelAssessment, Prospect
from detente.stability.unlock import Solution, Unlocking

__all__ = ["unlocking"]

_SHOWN = 12


def unlocking(material: Material) -> Section | None:
    """Return the section, or None where the models name no outcomes."""
    found = [(m, p) for m in reversed(material.models) for p in m.prospects]
    if not found:
        return None
    figure = parties_figure(material)
    concept = yardstick(material.lead)
    every = ", and so under every other concept here" if concept == "nash" else ""
    intro = line(
        "A change reverses one priority of a party, drops it, or puts something new above all of "
        "its others. The searches find every smallest set of changes after which some state with "
        f"the outcome is stable for all parties under {concepts_listed([concept])}{every}. "
        "“Cannot” means proven, up to the number shown."
    )
    head = (
        *material.model_head,
        "Outcome",
        "Smallest change",
        "By that party alone?",
        "By others alone?",
    )
    rows = tuple(_row(material, m, p) for m, p in found)
    blocks: list[Block] = [Paragraph(intro, "small")]
    blocks += [FigureBlock(figure)] if figure else []
    blocks.append(
        Table("Every named outcome, and the smallest change that makes it hold", head, rows)
    )
    folds = [_other_ways(material, c) for c in concerns(material.models)]
    blocks += [f for f in folds if f is not None]
    return Section("unlocking", "What would unlock, and who would have to change", tuple(blocks))


def _row(material: Material, m: ModelAssessment, p: Prospect) -> Row:
    asked = " (asked about)" if p.outcome == aim_of(m.model) else ""
    first = (*material.model_cell(m.id), line(f"{quoted(p.label)}{asked}"))
    found = p.unlocking
    if found is None:
        now = (
            "None: it is in place and holds." if p.today else "None: it holds where it is reached."
        )
        return Row((*first, line(now), line(""), line("")))
    best = plainest(found.solutions)
    if best is None:
        return Row((*first, line(sentence(_none(found))), line(""), line("")))
    change = line(started(material.changes(m, best)), ".")
    by, rest = _alone(material, p, best)
    return Row((*first, change, line(by), line(rest)))


def _alone(material: Material, p: Prospect, best: Solution) -> tuple[str, str]:
    """Return whether the parties of the change can do it alone, and whether others can."""
    said = {a: _found(x) for a, x in p.alone.items()}
    own = [f"{capital(material.words.actor(a))}: {said[a]}." for a in best.actors if a in said]
    rest = [f"{capital(material.words.actor(a))}: {said[a]}." for a in said if a not in best.actors]
    return " ".join(own), " ".join(rest)


def _found(found: Unlocking) -> str:
    return f"yes, {count(found.edits, 'change')}" if found.edits is not None else _none(found)


def _none(found: Unlocking) -> str:
    if found.complete:
        return f"cannot, with up to {number(found.at_most)}"
    return f"not with fewer than {number(found.proven_below)}; the search was stopped"


def _other_ways(material: Material, c: Concern) -> Fold | None:
    found = c.prospect.unlocking
    if found is None or len(found.solutions) < 2:
        return None
    best, graph = plainest(found.solutions), c.assessment.graph
    others = [s for s in found.solutions if s != best]
    items = [line(sentence(material.words.edits(graph, s.edits))) for s in others[:_SHOWN]]
    if len(others) > _SHOWN:
        items.append(line(f"And {number(len(others) - _SHOWN)} more."))
    where = f"{material.words.model_title(c.assessment.id)}, " if len(material.models) > 1 else ""
    ways = count(len(others), "other change", "other changes")
    return Fold(f"{where}{quoted(c.prospect.label)}: {ways} as small", (Bullets(tuple(items)),))

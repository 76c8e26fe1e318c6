"""What a report is written from, and the words that every part of it shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from detente.case import Case
from detente.evidence import Reference
from detente.judgement import InquiryAnswer
from detente.judgement.concern import Basis, bases_of, in_order, lead
from detente.judgement.finding import KeyJudgement
from detente.judgement.outlook import Outlook
from detente.report.anchors import anchor, basis_anchor
from detente.report.citations import Index
from detente.report.figures.palette import marks_of
from detente.report.inlines import Line, Link, Party, line
from detente.report.names import ordinal
from detente.report.words import Words
from detente.stability.assessment import ModelAssessment
from detente.stability.unlock import Solution

__all__ = ["Material"]


class Material:
    """A case with its assessed models, judgements and answers, ready to be written about.

    `texts` holds paragraphs of documents that are at hand, by reference (`000¶24`).
    """

    def __init__(
        self,
        case: Case,
        models: Sequence[ModelAssessment],
        judgements: Sequence[KeyJudgement],
        answers: Sequence[InquiryAnswer] = (),
        texts: Mapping[str, str] | None = None,
        outlooks: Sequence[Outlook] = (),
    ) -> None:
        self.case, self.judgements = case, tuple(judgements)
        self.models = in_order(models)
        self.answers, self.texts = tuple(answers), dict(texts or {})
        self.outlooks = tuple(outlooks)
        self.by_id = {m.id: m for m in self.models}
        self.words = Words(case)

    @cached_property
    def index(self) -> Index:
        """The references of the case by their anchors."""
        return Index(self.case)

    @cached_property
    def lead(self) -> ModelAssessment:
        """The model that speaks for the present."""
        return lead(self.models)

    @property
    def many(self) -> bool:
        """Whether there are several models, so that it has to be said which one is meant."""
        return len(self.models) > 1

    @property
    def model_head(self) -> tuple[str, ...]:
        """The heading over cells that name a model, or none where there is but one."""
        return ("Model",) if self.many else ()

    def model_cell(self, id: str) -> tuple[Line, ...]:
        """Return the cell that names a model in a table, or none where there is but one."""
        return (line(self.model_link(id)),) if self.many else ()

    @cached_property
    def deciders(self) -> tuple[str, ...]:
        """The parties that decide in some model, in the order of the case's actors."""
        found = {d for m in self.models for d in m.graph.deciders}
        listed = [a for a in self.case.actors if a in found]
        return (*listed, *sorted(found.difference(listed)))

    @cached_property
    def marks(self) -> Mapping[str, tuple[str, str]]:
        """The shape and the colour of each party that decides."""
        colours = {d: self._colour(d) for d in self.deciders}
        return marks_of(colours)

    def _colour(self, actor: str) -> str:
        return self.case.actors[actor].colour if actor in self.case.actors else ""

    def judgement(self, kind: str) -> KeyJudgement | None:
        """Return the key judgement of a kind, or None where the case has none."""
        return next((j for j in self.judgements if j.kind == kind), None)

    def cites(self, references: Iterable[Reference]) -> Line:
        """Return references as they stand behind a sentence."""
        return self.index.cites(references)

    def party(self, actor: str) -> Party:
        """Return a party's name with its mark."""
        shape, colour = self.marks.get(actor, ("circle", "grey"))
        return Party(self.case.actor_name(actor), shape, colour)

    def model_link(self, id: str) -> Link:
        """Return the short title of a model as a link to where it is told."""
        return Link(self.words.model_title(id), anchor("model", id))

    def basis(self, basis: Basis, whose: bool = True) -> Line:
        """Return a priority as a link to its row, with its references."""
        owner = f"{self.words.whose(basis.actor)} " if whose else ""
        return line(
            f"{owner}{ordinal(basis.position)} priority, ",
            Link(self.words.statement(basis.model, basis.statement), basis_anchor(basis)),
            self.cites(basis.statement.because),
        )

    def changes(self, m: ModelAssessment, solution: Solution, form: int = 0) -> Line:
        """Return changes in words (`Words.edit`), their priorities as links with references."""
        graph, parts, last = m.graph, list[Line](), ""
        for n, edit in enumerate(solution.edits):
            said = self.words.edit(graph, edit, form, bare=edit.actor == last)
            last, before = edit.actor, "; and " if n else ""
            if not edit.position:
                parts.append(line(f"{before}{said}"))
                continue
            basis = bases_of(m, [(edit.actor, edit.position)])[0]
            label = self.words.statement(m.id, basis.statement)
            link = Link(label, basis_anchor(basis))
            cites = self.cites(basis.statement.because)
            parts.append(line(f"{before}{said.removesuffix(label)}", link, cites))
        return line(*parts)

    def latest_of(self, actor: str) -> ModelAssessment:
        """Return the latest model in which a party decides, the leading one before others."""
        if actor in self.lead.graph.deciders:
            return self.lead
        return next(m for m in reversed(self.models) if actor in m.graph.deciders)

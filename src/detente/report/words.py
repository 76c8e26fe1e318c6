"""From findings to words: parties, models, outcomes, conditions, priorities, edits, states, paths.

Words come from the labels of the case; an id is shown only where the case gives no label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from detente.case import Case, Formula, Statement
from detente.case.formula import FormulaError, parse
from detente.case.terms import Binary, Constant, Name, Not
from detente.report.dates import in_words
from detente.report.names import capital, count, listed, ordinal, possessive, quoted, several, the
from detente.stability import CONCEPTS
from detente.stability.edits import Edit
from detente.stability.findings import Move
from detente.stability.graph import ConflictGraph, State
from detente.stability.survey import Model

__all__ = ["Words", "concepts_listed"]

_VERBS = {
    "reverse": ("reverses", "reverse", "would have to reverse", "reversed"),
    "delete": ("drops", "drop", "would have to drop", "dropped"),
    "add": ("puts", "put", "would have to put", "put"),
}


class Words:
    """The words of one case.

    >>> from detente.case import open_case
    >>> words = Words(open_case("japan-russia"))
    >>> words.actor("us"), words.whose("ru"), words.model("2016-12")
    ('the United States', "Russia's", '“December 2016”')
    """

    def __init__(self, case: Case) -> None:
        self.case = case

    # Parties and models -------------------------------------------------------------------

    def actor(self, id: str, start: bool = False) -> str:
        """Return a party as it stands in a sentence, or at its start."""
        name = the(self.case.actor_name(id))
        return capital(name) if start else name

    def actors(self, ids: Sequence[str], last: str = "and") -> str:
        """Return several parties as a list."""
        return listed([self.actor(i) for i in ids], last)

    def whose(self, id: str) -> str:
        """Return the possessive of a party."""
        return possessive(self.actor(id))

    def verb(self, id: str, one: str, many: str) -> str:
        """Return the form of a verb that goes with a party's name."""
        return many if several(self.case.actor_name(id)) else one

    @cached_property
    def _short(self) -> Mapping[str, str]:
        """Return a short title for each model: up to a colon where that is still unambiguous."""
        models = self.case.models
        long = {id: m.title or in_words(m.as_of) or id for id, m in models.items()}
        short = {id: title.partition(": ")[0] for id, title in long.items()}
        often = Counter(short.values())
        return {id: short[id] if often[short[id]] == 1 else long[id] for id in models}

    def model(self, id: str) -> str:
        """Return the short title of a model, in quotation marks."""
        return quoted(self._short[id])

    def model_title(self, id: str) -> str:
        """Return the short title of a model as it stands in headings and tables."""
        return self._short[id]

    # What conditions and statements say ---------------------------------------------------

    def name(self, model: str, id: str) -> str:
        """Return the label of an option, a proposition, an outcome or a fact."""
        m = self.case.models[model]
        if id in m.options:
            return self.case.option(model, id).label
        for table in (m.propositions, m.outcomes, m.context):
            if id in table:
                return table[id].label or id
        return id

    def outcome(self, model: str, id: str) -> str:
        """Return the label of an outcome, in quotation marks."""
        return quoted(self.name(model, id))

    def condition(self, model: str, formula: Formula, inner: bool = False) -> str:
        """Return a condition in words; labels stand in quotation marks.

        >>> from detente.case import open_case
        >>> words = Words(open_case("japan-russia"))
        >>> words.condition("1960", parse("not jp.secpact"))
        'not “Sign the security treaty with Washington”'
        """
        if isinstance(formula, Name):
            return quoted(self.name(model, formula.id))
        if isinstance(formula, Constant):
            return "always" if formula.value else "never"
        if isinstance(formula, Not):
            return f"not {self.condition(model, formula.body, inner=True)}"
        return self._joined(model, formula, inner)

    def _joined(self, model: str, formula: Binary, inner: bool) -> str:
        parts, node = [], formula
        while True:
            parts.append(self.condition(model, node.right, inner=True))
            if not isinstance(node.left, Binary) or node.left.operator != formula.operator:
                break
            node = node.left
        parts.append(self.condition(model, node.left, inner=True))
        join = {"iff": "exactly if"}.get(formula.operator, formula.operator)
        text = f" {join} ".join(reversed(parts))
        return f"({text})" if inner else text

    def statement(self, model: str, statement: Statement) -> str:
        """Return what a party wants by one statement, in quotation marks."""
        return quoted(self.wish(model, statement))

    def wish(self, model: str, statement: Statement) -> str:
        """Return what a party wants by one statement: its label, or its condition in words."""
        if statement.label:
            return statement.label
        want = statement.want
        if isinstance(want, Name):
            return self.name(model, want.id)
        return capital(self.condition(model, want))

    # Edits --------------------------------------------------------------------------------

    def edit(self, graph: ConflictGraph, edit: Edit, form: int = 0, bare: bool = False) -> str:
        """Return an edit in words; `form` 0 states it, 1 names it, 2 demands it, 3 supposes it.

        With `bare` the party is left out.

        >>> from detente.case import open_case
        >>> from detente.stability import build_graph
        >>> case = open_case("japan-russia")
        >>> edit = Edit("jp", "reverse", 1, "jp.secpact")
        >>> Words(case).edit(build_graph(case, "1960"), edit)
        'Japan reverses its first priority, “Have the security treaty with Washington”'
        """
        many = several(self.case.actor_name(edit.actor))
        verb = _VERBS[edit.operation][1 if form == 0 and many else form]
        who, own = "" if bare else f"{self.actor(edit.actor)} ", "their" if many else "its"
        if edit.operation == "add":
            return f"{who}{verb} {self._added(graph, edit)} above all {own} other priorities"
        statement = graph.orders[graph.decider(edit.actor)][edit.position - 1]
        said = self.statement(graph.model, statement)
        return f"{who}{verb} {own} {ordinal(edit.position)} priority, {said}"

    def _added(self, graph: ConflictGraph, edit: Edit) -> str:
        try:
            formula = parse(edit.statement)
        except FormulaError:
            return quoted(edit.statement)
        if isinstance(formula, Name):
            return quoted(self.name(graph.model, formula.id))
        for actor, order in zip(graph.deciders, graph.orders, strict=True):
            whose = "" if actor == edit.actor else f"{self.whose(actor)} "
            for statement in order:
                if statement.want == formula:
                    return f"{whose}{self.statement(graph.model, statement)}"
                if formula == Not(statement.want):
                    return f"the opposite of {whose}{self.statement(graph.model, statement)}"
        return self.condition(graph.model, formula)

    def edits(self, graph: ConflictGraph, edits: Sequence[Edit], form: int = 0) -> str:
        """Return several edits as one sentence without its full stop."""
        parts, last = [], ""
        for e in edits:
            parts.append(self.edit(graph, e, form, bare=e.actor == last))
            last = e.actor
        return "; and ".join(parts) if len(parts) > 1 else "".join(parts)

    # States and moves ---------------------------------------------------------------------

    def taken(self, graph: ConflictGraph, state: State, actor: str) -> tuple[str, ...]:
        """Return the labels of the options that a party takes in a state."""
        own = [o for o in state.on if o.partition(".")[0] == actor]
        return tuple(self.name(graph.model, o) for o in own)

    def called(self, graph: ConflictGraph, outcomes: Sequence[str], state: State) -> str:
        """Return the names of the outcomes of a state, or what is done in it where it has none."""
        if outcomes:
            return listed([self.outcome(graph.model, o) for o in outcomes])
        if not state.on:
            return "a state in which no option is taken"
        options = [quoted(self.name(graph.model, o)) for o in state.on[:4]]
        more = len(state.on) - len(options)
        rest = [count(more, "more option")] if more else []
        return f"a state with {listed([*options, *rest])}"

    def change(self, graph: Model, before: State, after: State) -> str:
        """Return what differs between two states: options taken up, and options given up."""
        up = [quoted(self.name(graph.model, o)) for o in after.on if o not in before.on]
        down = [quoted(self.name(graph.model, o)) for o in before.on if o not in after.on]
        parts = [f"taking up {listed(up)}"] if up else []
        parts += [f"giving up {listed(down)}"] if down else []
        return " and ".join(parts)

    def path(self, graph: Model, start: State, moves: Sequence[Move]) -> str:
        """Return a path of moves: who does what, in turn."""
        steps, before = [], start
        for move in moves:
            steps.append(f"{self.actor(move.actor)} {self.change(graph, before, move.to)}")
            before = move.to
        return ", then ".join(steps)


def concepts_listed(keys: Sequence[str], last: str = "and") -> str:
    """Return stability concepts as a list of their names in a sentence.

    >>> concepts_listed(["nash", "seq"]), concepts_listed(["gmr", "smr"], "or")
    ('Nash and sequential stability', 'general or symmetric metarationality')
    >>> concepts_listed(["nash", "gmr", "seq"])
    'Nash and sequential stability, and general metarationality'
    """
    names = [_in_a_sentence(CONCEPTS[k].name) for k in keys]
    kinds: dict[str, list[str]] = {}
    for name in names:
        kind, _, noun = name.rpartition(" ")
        kinds.setdefault(noun, []).append(kind)
    groups = [f"{listed(kind, last)} {noun}".strip() for noun, kind in kinds.items()]
    comma = "," if any(len(kind) > 1 for kind in kinds.values()) else ""
    return listed(groups, last) if len(groups) > 2 else f"{comma} {last} ".join(groups)


def _in_a_sentence(name: str) -> str:
    return name if name.startswith("Nash") else name[:1].lower() + name[1:]

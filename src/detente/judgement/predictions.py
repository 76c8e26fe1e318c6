"""What competing hypotheses predict: each is put into the model as readings, and tests are run.

A hypothesis that names readings is an account of what parties want, so what it predicts is
computed and not guessed. Hypotheses that no test tells apart cannot be decided by looking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.case import Case
from detente.errors import UnknownName
from detente.evidence.hypotheses import Hypothesis, HypothesisSet, Trial
from detente.stability import Settings
from detente.stability.analysis import Analysis
from detente.stability.findings import Equilibrium
from detente.stability.graph import State, build_graph
from detente.stability.settings import resolve

__all__ = ["Often", "Prediction", "Predictions", "how_often", "hypotheses_of", "predictions"]

Often = Literal["always", "sometimes", "never"]
CONCEPT = "seq"
"""What holds is judged by sequential stability: moves that would be answered credibly are not made."""


@dataclass(frozen=True)
class Prediction:
    """What one hypothesis predicts in one test.

    `today` is the state of affairs as the test changes it; `restless` names, by concept, who would
    leave it. `holds` are the states that hold under sequential stability, and `asked` says how
    often each condition asked about is true in them.
    """

    hypothesis: str
    test: str
    today: State
    restless: Mapping[str, tuple[str, ...]]
    holds: tuple[State, ...]
    asked: Mapping[str, Often]

    @property
    def stays(self) -> bool:
        """Whether today's state is among those that hold."""
        return self.today in self.holds


@dataclass(frozen=True)
class Predictions:
    """The predictions of a set of hypotheses: `table` by test and hypothesis.

    `left_out` are hypotheses that name no readings of the tests' models: nothing can be computed.
    """

    set: str
    table: Mapping[str, Mapping[str, Prediction]]
    left_out: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is a hypothesis for which something could be computed."""
        return any(self.table.values())

    def moved(self, test: str) -> tuple[str, ...]:
        """Return the hypotheses that predict another answer in a test than in the first test.

        These are put to the test by it. Only conditions that both tests ask about are compared.
        """
        base = next(iter(self.table.values()))
        return tuple(
            h
            for h, p in self.table[test].items()
            if any(p.asked[c] != often for c, often in base[h].asked.items() if c in p.asked)
        )

    def apart(self, test: str) -> tuple[tuple[str, ...], ...]:
        """Return the hypotheses grouped by what they predict in a test; one group tells nothing."""
        groups: dict[tuple[object, ...], list[str]] = {}
        for hypothesis, p in self.table[test].items():
            groups.setdefault(tuple(p.asked.values()), []).append(hypothesis)
        return tuple(map(tuple, groups.values()))


def how_often(analysis: Analysis, found: Sequence[Equilibrium], condition: str) -> Often:
    """Return whether a condition is true in all of these states, in some, or in none.

    Of no states at all it is true in none. Raises `UsageError` for a condition that does not fit.
    """
    where = analysis.graph.where(condition)
    true = [bool(where[e.state.code]) for e in found]
    return "always" if true and all(true) else "sometimes" if any(true) else "never"


def hypotheses_of(case: Case, set: str) -> HypothesisSet:
    """Return a set of hypotheses by its name, whatever its case. Raises `UnknownName`."""
    return case.hypotheses[resolve("set of hypotheses", set, case.hypotheses)]


def predictions(case: Case, set: str) -> Predictions:
    """Run every test of a set for every hypothesis that names readings of the test's model.

    Raises `UnknownName` for an unknown set, what-if or reading; `UsageError` for a condition that
    does not fit the model.

    >>> from detente.case import open_case
    >>> found = predictions(open_case("japan-russia"), "condition")
    >>> found.table["pull-back"]["h2"].asked["ru.treaty"], found.left_out
    ('always', ('h4', 'h5', 'h6'))
    """
    matrix = hypotheses_of(case, set)
    fit = {h: item for h, item in matrix.items.items() if item.readings}
    table = {
        test: {h: _predicted(case, (h, item), (test, trial)) for h, item in fit.items()}
        for test, trial in matrix.tests.items()
    }
    return Predictions(set, table, tuple(h for h in matrix.items if h not in fit))


def _predicted(case: Case, of: tuple[str, Hypothesis], on: tuple[str, Trial]) -> Prediction:
    (hypothesis, item), (test, trial) = of, on
    analysis = Analysis(build_graph(case, trial.model, _settings(case, item, trial)))
    today = analysis.graph.status_quo
    restless = {
        concept: tuple(
            v.actor
            for v in (analysis.verdict(concept, a, today) for a in analysis.graph.deciders)
            if not v.stable
        )
        for concept in ("nash", CONCEPT)
    }
    found = analysis.equilibria(CONCEPT)
    asked = {condition: how_often(analysis, found, condition) for condition in trial.ask}
    return Prediction(hypothesis, test, today, restless, tuple(e.state for e in found), asked)


def _settings(case: Case, item: Hypothesis, trial: Trial) -> Settings:
    """Return a hypothesis' readings with the what-ifs of a test on top, the later ones above."""
    what_ifs = case.model(trial.model).what_if
    settings = Settings(readings=item.readings)
    for name in trial.what_if:
        if name not in what_ifs:
            raise UnknownName("what-if", name, what_ifs)
        settings = Settings.of(what_ifs[name]).over(settings)
    return settings

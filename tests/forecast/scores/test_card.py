"""The score card: who is best, on which questions, against whom, and when little is said."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from detente.errors import UsageError
from detente.forecast.scores.card import BASE_RATE, FEW, Judged, score_table
from detente.forecast.scores.rules import brier, log_score


def questions(count: int, seed: int = 0) -> list[Judged]:
    random = np.random.default_rng(seed)
    found = []
    for i in range(count):
        truth = float(random.random())
        outcome = bool(random.random() < truth)
        told = {"good": truth, "even": 0.5}
        found.append(Judged(f"q{i}", f"c{i // 2}", outcome, told))
    return found


def test_scores_are_those_of_the_rules_and_the_best_comes_first() -> None:
    table = questions(80)
    card = score_table(table, draws=200)
    assert (card.questions, card.cases, card.came_true) == (80, 40, sum(j.outcome for j in table))
    assert [s.brier for s in card.scores] == sorted(s.brier for s in card.scores)
    good = next(s for s in card.scores if s.forecaster == "good")
    p, o = [j.forecasts["good"] for j in table], [j.outcome for j in table]
    assert good.brier == pytest.approx(brier(p, o).mean())
    assert good.log == pytest.approx(log_score(p, o).mean())
    assert good.interval is not None
    assert good.interval.low < good.brier < good.interval.high
    even = next(s for s in card.scores if s.forecaster == "even")
    assert even.brier == 0.25


def test_skill_is_one_minus_the_ratio_against_each_other_forecaster() -> None:
    card = score_table(questions(80), draws=200)
    by = {s.forecaster: s for s in card.scores}
    good = by["good"]
    assert good.skill is not None
    assert set(good.skill) == {"even", BASE_RATE}
    for name, (value, sure) in good.skill.items():
        assert value == pytest.approx(1 - good.brier / by[name].brier)
        assert sure is not None
        assert sure.low < value < sure.high


def test_skill_counts_only_questions_that_both_answered() -> None:
    table = questions(120)
    table = [
        replace(j, forecasts={"good": j.forecasts["good"]}) if i < 60 else j
        for i, j in enumerate(table)
    ]
    by = {s.forecaster: s for s in score_table(table, draws=50).scores}
    both = table[60:]
    good = brier([j.forecasts["good"] for j in both], [j.outcome for j in both]).mean()
    assert by["even"].questions == 60
    assert by["good"].skill is not None
    assert by["good"].skill["even"][0] == pytest.approx(1 - good / 0.25)


@pytest.mark.parametrize(("count", "much"), [(FEW - 1, False), (FEW, True)])
def test_few_questions_get_brier_and_interval_only(count: int, much: bool) -> None:
    score = score_table(questions(count), draws=50).scores[0]
    assert score.interval is not None
    given = [score.log is not None, score.skill is not None, score.reliability is not None]
    assert given == [much] * 3


def test_the_base_rate_comes_from_other_cases_only() -> None:
    rows = [Judged("1", "a", True, {}), Judged("2", "a", True, {}), Judged("3", "b", False, {})]
    (score,) = score_table(rows, draws=10).scores
    # a is told by b: (0 + 1) / (1 + 2); b is told by a: (2 + 1) / (2 + 2)
    assert score.brier == pytest.approx((2 * (2 / 3) ** 2 + 0.75**2) / 3)


def test_one_case_has_no_interval() -> None:
    rows = [Judged(str(i), "a", i % 2 == 0, {"we": 0.5}) for i in range(60)]
    we = next(s for s in score_table(rows, draws=10).scores if s.forecaster == "we")
    assert we.interval is None
    assert we.skill is not None
    assert we.skill[BASE_RATE][1] is None


def test_no_skill_against_one_who_made_no_error() -> None:
    rows = [Judged(str(i), str(i), i % 2 == 0, {"god": float(i % 2 == 0)}) for i in range(60)]
    by = {s.forecaster: s for s in score_table(rows, draws=10).scores}
    assert by[BASE_RATE].skill == {}
    assert by["god"].skill is not None
    assert by["god"].skill[BASE_RATE][0] == 1.0


def test_what_cannot_be_scored_is_refused() -> None:
    with pytest.raises(UsageError, match="nothing to score"):
        score_table([])
    with pytest.raises(UsageError, match="no number"):
        score_table([Judged("1", "a", True, {"we": math.nan})])
    with pytest.raises(UsageError, match="no probability"):
        score_table([Judged("1", "a", True, {"we": 1.2})])
    with pytest.raises(UsageError, match="called so"):
        score_table([Judged("1", "a", True, {BASE_RATE: 0.5})])

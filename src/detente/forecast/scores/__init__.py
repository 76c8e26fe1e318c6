"""Scores of forecasts: proper rules, skill, reliability, and how sure a score is."""

from __future__ import annotations

from detente.forecast.scores.card import Card, Judged, Score, score_table
from detente.forecast.scores.clusters import Interval, bootstrap_means
from detente.forecast.scores.reliability import Reliability, reliability
from detente.forecast.scores.rules import brier, crps_normal, crps_sample, log_score, rps

__all__ = [
    "Card",
    "Interval",
    "Judged",
    "Reliability",
    "Score",
    "bootstrap_means",
    "brier",
    "crps_normal",
    "crps_sample",
    "log_score",
    "reliability",
    "rps",
    "score_table",
]

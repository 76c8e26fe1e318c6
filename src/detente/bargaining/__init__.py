"""Bargaining: how far on a scale that can be split, who is patient, what is ratified at home."""

from detente.bargaining.agreement import LossLine, Settlement, settle
from detente.bargaining.compromise import Pull, compromise, pulls
from detente.bargaining.condorcet import Contest, Election, PositionElection, elect, elect_position
from detente.bargaining.median import Median, weighted_median
from detente.bargaining.offers import Split, alternate, until_deadline
from detente.bargaining.positions import Positions
from detente.bargaining.ratification import Chamber, leader_prefers
from detente.bargaining.zone import Zone, bargaining_range, common

__all__ = [
    "Chamber",
    "Contest",
    "Election",
    "LossLine",
    "Median",
    "PositionElection",
    "Positions",
    "Pull",
    "Settlement",
    "Split",
    "Zone",
    "alternate",
    "bargaining_range",
    "common",
    "compromise",
    "elect",
    "elect_position",
    "leader_prefers",
    "pulls",
    "settle",
    "until_deadline",
    "weighted_median",
]

"""Computations on arrays whose shapes are written down; no actor, path or error is known here.

States of a game with m options are numbers below S = 2**m, one bit an option. Arrays over states
have shape (..., S): any leading axes are a batch of games that share their feasible states and
moves. Ranks are whole numbers from 0 upwards, higher is better; infeasible states hold -1.
"""

from detente.kernels.coalitions import Coalition
from detente.kernels.moves import Moves, best_elsewhere, reach, spread
from detente.kernels.ranks import lexicographic
from detente.kernels.replies import Improvements, settle
from detente.kernels.thresholds import joint_replies, stands, threshold

__all__ = [
    "Coalition",
    "Improvements",
    "Moves",
    "best_elsewhere",
    "joint_replies",
    "lexicographic",
    "reach",
    "settle",
    "spread",
    "stands",
    "threshold",
]

"""Decision diagrams by oxidd: sets of states that share their parts, and what is done with them.

A set is a Boolean function of numbered levels (Bryant 1986); equal sets are the same node.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from detente.errors import MissingExtra

try:
    from oxidd.bdd import BDDFunction as Set
    from oxidd.bdd import BDDManager, BDDSubstitution
    from oxidd.util import BooleanOperator
    from oxidd.util import DDMemoryError as OutOfNodes
except ImportError:
    raise MissingExtra(
        "the decision diagrams are not installed",
        expected="the extra `diagrams` (oxidd)",
        hint="pip install 'detente[diagrams]'",
    ) from None

__all__ = ["MOST_NODES", "Diagrams", "OutOfNodes", "Set"]

MOST_NODES = 1 << 24
"""Nodes that one computation may hold at a time; about 0.5 GB."""

_REMEMBERED = 1 << 20  # results of operations; fewer make large products slow


class Diagrams:
    """Sets over so many levels, level 0 on top; sets know the operators `& | ^ ~` and `==`.

    Any operation raises `OutOfNodes` where more than `nodes` would be needed.

    >>> diagrams = Diagrams(3)
    >>> a, b = diagrams.level(0), diagrams.level(2)
    >>> diagrams.exists(a & b, diagrams.cube([2])) == a, diagrams.count(a | b)
    (True, 6)
    """

    def __init__(self, levels: int, nodes: int = MOST_NODES) -> None:
        self.levels = levels
        self._manager = BDDManager(nodes, min(_REMEMBERED, nodes), 1)
        self._manager.add_vars(levels)
        self.true, self.false = self._manager.true(), self._manager.false()

    def level(self, level: int) -> Set:
        """Return the set in which a level is true."""
        return self._manager.var(level)

    def cube(self, levels: Iterable[int]) -> Set:
        """Return the set in which some levels are all true; names them to `exists`."""
        found = self.true
        for level in sorted(levels, reverse=True):
            found = self.level(level) & found
        return found

    def exists(self, found: Set, cube: Set) -> Set:
        """Return the set from which a set is reached by changing some levels."""
        return found.exists(cube)

    def exists_both(self, one: Set, other: Set, cube: Set) -> Set:
        """Return `exists(one & other, cube)`, without building the intersection."""
        return one.apply_exists(BooleanOperator.AND, other, cube)

    def renamed(self, found: Set, names: Mapping[int, int]) -> Set:
        """Return a set with levels replaced by others, all at once."""
        pairs = [(old, self.level(new)) for old, new in names.items()]
        return found.substitute(BDDSubstitution(pairs))

    def chosen(self, level: int, high: Set, low: Set) -> Set:
        """Return one set where a level is true, and another where it is not."""
        return self.level(level).ite(high, low)

    def count(self, found: Set) -> int:
        """Return the number of settings of all levels that are in a set, exactly."""
        return int(found.sat_count(self.levels))

    def nodes(self, found: Set) -> NDArray[np.int64]:
        """Return a set as rows (level, high, low), those below first; rows 0 and 1 are the ends.

        Row 0 is the empty set, row 1 everything; both stand on the level below the last. The set
        itself is the last row.

        >>> diagrams = Diagrams(2)
        >>> diagrams.nodes(diagrams.level(1)).tolist()
        [[2, 0, 0], [2, 1, 1], [1, 1, 0]]
        """
        ends = np.array([[self.levels] * 2, [0, 1], [0, 1]], dtype=np.int64).T
        if found in (self.false, self.true):
            return ends[: 1 + (found == self.true)]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "set.dddmp"
            self._manager.export_dddmp(file, [found], ascii=True)
            head, _, body = file.read_text(encoding="ascii").partition(".nodes\n1 F 0 0\n2 T 0 0\n")
        (levels,) = (line.split()[1:] for line in head.splitlines() if line.startswith(".ids"))
        inner = np.fromstring(body.removesuffix(".end\n"), dtype=np.int64, sep=" ").reshape(-1, 4)
        level = np.array(levels, dtype=np.int64)[inner[:, 1]]
        return np.concatenate([ends, np.stack([level, inner[:, 2] - 1, inner[:, 3] - 1], axis=1)])

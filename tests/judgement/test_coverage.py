"""What assertions rest on: sources, opinion, us, nothing."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.judgement.traced import small_case

from detente.judgement.coverage import counts, coverage
from detente.judgement.handles import handle


def test_by_hand(tmp_path) -> None:
    found = {handle(c.path): (c.kind, c.cover, c.sources) for c in coverage(small_case(tmp_path))}
    assert found == {
        "actors/north/goals/1": ("trait", "one source", ("r",)),
        "actors/north/goals/2": ("trait", "opinion", ("r",)),
        "models/main/north/stated/1": ("priority", "one source", ("r",)),
        "models/main/north/stated/2": ("priority", "several sources", ("r", "s")),
        "models/main/south/stated/1": ("priority", "several sources", ("r", "s")),
        "models/main/south/stated/2": ("priority", "one source", ("s",)),
        "models/main/south/stated/3": ("priority", "ours", ()),
        "influences/M1": ("push", "one source", ("r",)),
        "influences/M2": ("push", "opinion", ("r",)),
        "influences/M3": ("push", "one source", ("s",)),
        "assumptions/a1": ("assumption", "opinion", ("r",)),
        "hypotheses/why/E1": ("row of evidence", "several sources", ("r", "s")),
        "hypotheses/why/E2": ("row of evidence", "one source", ("s",)),
        "timeline/1": ("event", "one source", ("r",)),
        "timeline/2": ("event", "nothing", ()),
    }


def test_every_assertion_is_counted_once() -> None:
    found = coverage(open_shipped("japan-russia"))
    assert sum(n for _, by in counts(found) for n in by.values()) == len(found)
    pushes = dict(counts(found))["push"]
    assert (sum(pushes.values()), pushes["ours"]) == (122, 12)

"""What assertions rest on: sources, opinion, us, nothing."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.judgement.traced import TEXT, small_case

from detente.judgement.coverage import counts, coverage, doubts
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


def test_what_an_editor_would_question(tmp_path) -> None:
    text = (
        TEXT.replace("basis: opinion}", "credibility: 1, corroborated_by: [c3]}")
        .replace("paragraph: 1}", "paragraph: 1, credibility: 2, contradicted_by: [c1]}")
        .replace("repeats: {4: 2}", "repeats: {4: 2}, furniture: [1..1, 9]")
        .replace(
            "assumptions:", "  c3: {claim: So says he again, source: r, paragraph: 5}\nassumptions:"
        )
    )
    assert list(doubts(small_case(tmp_path, text))) == [
        "c1 is graded 1 (confirmed), and no claim of another source corroborates it",
        "c2 and c1 contradict each other, and both are graded probable",
        "models/main/south/stated/1 rests on r¶1, which is page furniture",
    ]
    assert list(doubts(small_case(tmp_path, text.replace("by: [c3]", "by: [c2]")))) == [
        "c2 and c1 contradict each other, and both are graded probable",
        "models/main/south/stated/1 rests on r¶1, which is page furniture",
    ]


def test_the_flagship_gives_no_ground_for_doubt() -> None:
    assert list(doubts(open_shipped("japan-russia"))) == []

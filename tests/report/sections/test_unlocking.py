"""What would unlock, and who would have to change."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import aimed, assess, report_of, rows_of, section_of, small

from detente.report.blocks import Fold
from detente.report.material import Material
from detente.report.sections.unlocking import unlocking

FLAGSHIP = section_of(report_of("japan-russia"), "unlocking")


def test_every_named_outcome_has_a_row() -> None:
    rows = rows_of(FLAGSHIP)
    assert len(rows) == 31
    assert [
        "Treaty menu",
        "“No form of treaty that both would sign”",
        "None: it is in place and holds.",
        "",
        "",
    ] in rows


def test_the_smallest_change_whose_it_is_and_who_cannot() -> None:
    row = next(
        r for r in rows_of(FLAGSHIP) if r[1] == "“Peace treaty with two islands” (asked about)"
    )
    assert row[2:] == [
        "Russia reverses its second priority, “Offer no two islands unless they are outside the alliance's "
        "coverage” [002¶23, 002¶24, 001¶21].",
        "Russia: yes, one change.",
        "Japan: cannot, with up to two. The United States: cannot, with up to two.",
    ]


def test_other_changes_as_small_are_folded_away() -> None:
    folds = [b for b in FLAGSHIP.blocks if isinstance(b, Fold)]
    assert "Treaty menu, “Peace treaty with two islands”: three other changes as small" in [
        f.summary for f in folds
    ]
    assert all(len(b.items) <= 13 for f in folds for b in f.blocks)  # type: ignore[union-attr]


def test_what_holds_where_it_is_reached() -> None:
    rows = rows_of(section_of(report_of("chicken"), "unlocking"))
    assert ["“Only row gives way”", "None: it holds where it is reached.", "", ""] in rows


def test_proven_none_and_stopped() -> None:
    m = aimed("prisoners-dilemma", "s1")
    a = m.models[0]

    def with_(**change: object) -> list[list[str]]:
        prospects = tuple(
            replace(p, unlocking=replace(p.unlocking, edits=None, solutions=(), **change))  # type: ignore[arg-type]
            if p.unlocking
            else p
            for p in a.prospects
        )
        section = unlocking(Material(m.case, [replace(a, prospects=prospects)], ()))
        assert section is not None
        return rows_of(section)

    assert with_()[0][1] == "Cannot, with up to three."
    assert (
        with_(complete=False, proven_below=2)[0][1]
        == "Not with fewer than two; the search was stopped."
    )


def test_no_section_without_outcomes() -> None:
    case = small(outcomes={})
    assert unlocking(Material(case, assess(case), ())) is None

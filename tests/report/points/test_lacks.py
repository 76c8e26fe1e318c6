"""What each side lacks first, in words."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import material_of

from detente.judgement.finding import KeyJudgement, Wanting
from detente.report.inlines import line, plain
from detente.report.material import Material
from detente.report.points.lacks import lacks


def of(m: Material) -> tuple[KeyJudgement, Wanting]:
    j = m.judgement("lacks")
    assert j is not None
    finding = j.findings[0]
    assert isinstance(finding, Wanting)
    return j, finding


def test_the_flagship() -> None:
    m = material_of("japan-russia")
    claim, detail = lacks(m, of(m)[0])
    assert plain(line(claim)).strip() == (
        "Japan's first unmet priority in “Treaty menu” is the third of six, “Sign a treaty that returns four "
        "islands” [002¶8, 001¶16]."
    )
    assert plain(line(detail)) == (
        "Russia's is the fourth of five, “Sign a treaty without islands” [004¶19, 000¶16]. The United States "
        "lacks nothing."
    )


def test_one_model_is_not_named() -> None:
    m = material_of("chicken")
    claim, _ = lacks(m, of(m)[0])
    assert plain(line(claim)).startswith("Row's first unmet priority is the first of four,")


def test_nobody_lacks_anything() -> None:
    m = material_of("chicken")
    j, finding = of(m)
    none = replace(finding, unmet=(), content=("row", "column"))
    claim, detail = lacks(m, replace(j, findings=(none,)))
    assert (plain(line(claim)), plain(line(detail))) == ("Row and Column lack nothing.", "")

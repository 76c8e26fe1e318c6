"""What follows from the figures of the flagship, computed from its amounts."""

import pytest

from detente.case import open_case
from detente.judgement.arithmetic import results


@pytest.fixture(scope="module")
def found():
    return {r.id: r for r in results(open_case("japan-russia"))}


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("world_by_japan", 610e9),
        ("world_by_china", 581.3e9),
        ("trade_ratio", 4.8),
        ("investment_ratio", 45),
        ("euro_rate", 0.96),
        ("meeting_gap", 3.6),
    ],
)
def test_the_published_ratios(found, id, value):
    assert found[id].value == pytest.approx(value, rel=0.01)


def test_the_figures_of_the_flagship_fit_together(found):
    assert {r.fits for r in found.values()} == {True, None}
    assert found["japan_share"].quantities == ("n1", "n2")


def test_another_figure_gives_another_result():
    case = open_case("japan-russia")
    n1 = case.quantities["n1"].model_copy(update={"amounts": {"usd": 40e9, "share": 0.03}})
    other = case.model_copy(update={"quantities": case.quantities | {"n1": n1}})
    assert {r.id: r.fits for r in results(other)}["japan_share"] is False

"""What `quantities` prints."""

from detente.case import open_case
from detente.judgement.arithmetic import results
from detente.report.screen.quantities import quantities_text


def test_figures_with_places_then_what_follows():
    case = open_case("japan-russia")
    text = quantities_text(case, results(case))
    assert text.startswith(
        "29 figures from the sources:\n  n1  Trade between Japan and Russia: $18.3 billion"
    )
    assert "001¶20" in text
    _before, after = text.split("What follows from them:")
    assert "japan_share" in after
    assert "fits (2.5 to 3.5)" in after
    assert "does not fit" not in after


def test_nothing_follows_where_nothing_is_derived():
    case = open_case("japan-russia")
    assert "What follows" not in quantities_text(case, ())

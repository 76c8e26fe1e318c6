"""Claims: graded apart from their source, ungraded until somebody grades them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from detente.evidence import Claim


def test_an_ungraded_claim_cannot_be_judged() -> None:
    claim = Claim(claim="It floods", source="r")
    assert (claim.credibility, claim.basis, claim.paragraph, claim.date) == (
        6,
        "reported",
        None,
        None,
    )


def test_text_becomes_numbers_and_dates() -> None:
    claim = Claim.model_validate(
        {
            "claim": "It  floods",
            "source": "r",
            "paragraph": "3",
            "credibility": "2",
            "date": "2018-05",
        }
    )
    assert (claim.claim, claim.paragraph, claim.credibility) == ("It floods", 3, 2)
    assert claim.date is not None
    assert claim.date.end.day == 31


@pytest.mark.parametrize(
    "given",
    [
        {"credibility": "7"},
        {"credibility": "0"},
        {"credibility": "B"},
        {"basis": "rumour"},
        {"paragraph": "0"},
        {"date": "soon"},
        {"corroborated_by": "e2"},
        {"sauce": "r"},
    ],
)
def test_what_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate({"claim": "x", "source": "r", **given})

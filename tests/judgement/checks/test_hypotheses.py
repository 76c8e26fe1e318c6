"""Hypotheses asked about by a case."""

from __future__ import annotations

import pytest
from tests.judgement.asked import rows

from detente.errors import UnknownName


def test_a_row_holds_the_scores_and_the_least_of_them() -> None:
    (found,) = rows("hypotheses", "japan-russia", set="condition")
    assert (found["rows"], found["least"], found["h2"]) == (18, ["h4"], 9.4)
    (less,) = rows("hypotheses", "japan-russia", set="condition", without=["E5", "E6"])
    assert (less["rows"], less["h2"]) == (16, 5.8)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(UnknownName, match="did you mean `condition`"):
        rows("hypotheses", "japan-russia", set="conditions")

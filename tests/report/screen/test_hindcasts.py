"""Hindcasts in words: what was said, what came of it, and that it is a weak test."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.forecast.runs_of import small

from detente.forecast.hindcast import hindcasts
from detente.report.screen.hindcasts import hindcasts_text


def test_one_date_of_the_flagship() -> None:
    said = hindcasts_text(hindcasts(open_shipped("japan-russia"), ["2014"], runs=20))
    assert said.startswith("From October 2014, on document 003:")
    assert "visit             2016-12-31  0 of 20       4.5 %        yes" in said
    assert "6 questions from 1 date, of which 1 came true." in said
    assert "one date only" in said
    assert "from drawing whole dates anew, are too" in " ".join(said.split())


def test_what_cannot_be_answered_or_scored() -> None:
    question = {"ask": "Will it?", "by": "2019"}
    case = small(hindcasts={"h": {"title": "Then", "questions": {"q": question}}})
    said = hindcasts_text(hindcasts(case, runs=5))
    assert "needs an `event` that the calendar watches" in said
    assert said.endswith("nothing to score.")

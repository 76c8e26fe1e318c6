"""What a document says about itself: facts with their places, completed and never mixed."""

from detente.documents.about import SILENT, About, Fact


def test_nothing_is_said_by_itself():
    assert About(None, None, None, None, None) == SILENT


def test_facts_are_completed_one_by_one():
    mine = About(title=Fact("Mine", "a"))
    other = About(title=Fact("Other", "b"), date=Fact("2018", "b"))
    assert mine.over(other) == About(title=Fact("Mine", "a"), date=Fact("2018", "b"))
    assert SILENT.over(other) == other.over(SILENT) == other


def test_a_value_that_was_deduced_is_told_apart():
    assert Fact("2017", "x", deduced=True) != Fact("2017", "x")

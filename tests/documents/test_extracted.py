"""Blocks become lines with offsets."""

from hypothesis import given
from hypothesis import strategies as st

from detente.documents.extracted import joined


@given(st.lists(st.tuples(st.text(), st.sampled_from(["", "page number"]))))
def test_offsets_point_at_the_paragraph(blocks):
    text, paragraphs = joined(blocks)
    assert all(text[p.start : p.end] == p.text for p in paragraphs)
    assert [p.number for p in paragraphs] == list(range(1, len(paragraphs) + 1))
    assert "".join(text.split()) == "".join("".join(b.split()) for b, _ in blocks)


def test_marks_are_kept_and_blanks_left_out():
    text, paragraphs = joined([("a  b\n", ""), ("\t", ""), ("7", "page number")])
    assert text == "a b\n7"
    assert [p.furniture for p in paragraphs] == ["", "page number"]

"""Pieces: white space folds, and every character knows where it came from."""

from hypothesis import given
from hypothesis import strategies as st

from detente.documents.pieces import Pieces


@given(st.text(alphabet="ab \n\t"))
def test_folded_text_leads_back_to_its_source(source):
    pieces = Pieces()
    pieces.add(source, 0)
    paragraph = pieces.paragraph(1)
    if not source.strip():
        assert paragraph is None
        return
    assert paragraph.text == " ".join(source.split())
    for k, letter in enumerate(paragraph.text):
        a, b = paragraph.origin(k, k + 1)
        assert source[a:b].strip() == letter.strip()
    assert paragraph.runs or source[paragraph.start : paragraph.end] == paragraph.text


def test_a_stand_in_has_the_whole_span():
    pieces = Pieces()
    pieces.add("R ", 0)
    pieces.put("&", 2, 7)
    pieces.add(" D", 7)
    paragraph = pieces.paragraph(1)
    assert paragraph.text == "R & D"
    assert paragraph.origin(2, 3) == (2, 7)
    assert paragraph.origin(3, 5) == (7, 9)
    assert paragraph.origin(0, 5) == (0, 9)


def test_white_space_of_several_kinds_is_one_space_with_all_their_places():
    pieces = Pieces()
    pieces.add("a ", 0)
    pieces.space(2, 6)
    pieces.add(" b", 6)
    paragraph = pieces.paragraph(1)
    assert paragraph.text == "a b"
    assert paragraph.origin(1, 2) == (1, 7)

"""References: found, moved, not found, no such paragraph; and the five real documents."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import Document, locate, read, split_paragraphs

TEXT = "Title\n\n“Time is\u00a0running out” for Tokyo.\nNo deal.\nTime is running out again."
DOCUMENT = Document("x", "", TEXT, split_paragraphs(TEXT))
MISSION = Path(__file__).resolve().parents[2].parent / "shared" / "mission" / "documents"


@pytest.mark.parametrize(
    ("number", "anchor", "status", "slice_", "elsewhere"),
    [
        (2, None, "found", "“Time is\u00a0running out” for Tokyo.", ()),
        (2, "time is running", "found", "Time is\u00a0running", ()),
        (3, "time is running", "moved", "Time is\u00a0running", (2, 4)),
        (1, "no deal", "moved", "No deal", (3,)),
        (2, "a treaty", "not found", None, ()),
        (2, "  ", "not found", None, ()),
        (2, "Tokyo. No deal", "not found", None, ()),
        (5, None, "no such paragraph", None, ()),
        (0, None, "no such paragraph", None, ()),
        (9, "no deal", "no such paragraph", "No deal", (3,)),
    ],
)
def test_where_a_reference_leads(number, anchor, status, slice_, elsewhere):
    at = locate(DOCUMENT, number, anchor)
    assert (at.status, at.number, at.elsewhere) == (status, number, elsewhere)
    assert (TEXT[slice(*at.span)] if at.span else None) == slice_


@given(st.data())
def test_any_words_of_a_paragraph_are_found_in_it(data):
    paragraph = data.draw(st.sampled_from(DOCUMENT.paragraphs))
    words = paragraph.text.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    at = locate(DOCUMENT, paragraph.number, " ".join(words[first : last + 1]))
    assert at.status == "found"
    assert at.span is not None
    assert paragraph.start <= at.span[0] < at.span[1] <= paragraph.end


@pytest.mark.parametrize(
    ("name", "lines", "last_of_body"),
    [("000", 32, 26), ("001", 27, 23), ("002", 36, 27), ("003", 10, 10), ("004", 37, 30)],
)
def test_the_five_source_documents(name, lines, last_of_body):
    if not MISSION.is_dir():
        pytest.skip(f"the source documents are not at hand ({MISSION})")
    document = read(next(MISSION.glob(f"{name}_*.txt")), name)
    assert (document.id, len(document.paragraphs)) == (name, lines)
    for p in document.paragraphs:
        assert document.text[p.start : p.end] == p.text
    plain = document.paragraph(last_of_body).text.translate({0x2019: "'", 0xA0: " "})
    words = " ".join(plain.split()[:6]).upper()
    assert locate(document, last_of_body, words).status == "found"
    assert locate(document, 1, words).status == "moved"

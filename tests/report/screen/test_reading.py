"""What `read` and `library` print."""

from hypothesis import example, given
from hypothesis import strategies as st

from detente.documents import Document, split_paragraphs
from detente.documents.about import About, Fact
from detente.documents.furniture import marked
from detente.documents.library import Hit, Shelved, Updated
from detente.errors import DocumentError
from detente.report.screen.reading import hits_text, library_text, reading_text, visible

TEXT = "The ford\nIt is open.\nSign up"


def document(**facts):
    return Document("a", "", TEXT, marked(split_paragraphs(TEXT)), About(**facts))


def test_numbered_paragraphs_under_what_is_stated():
    said = reading_text([("a.txt", document(date=Fact("2018", "paragraph 1")))], [])
    assert said.splitlines() == [
        "a.txt: 3 paragraphs, 1 of them page furniture",
        "  date: 2018 (paragraph 1)",
        "   1  The ford",
        "   2  It is open.",
        "   3  [sign-up] Sign up",
    ]


def test_a_deduced_value_says_so():
    deduced = Fact("2017-11-13/2017-11-17", "“last Friday”", deduced=True)
    assert "date: 2017-11-13/2017-11-17 (deduced: “last Friday”)" in reading_text(
        [("a.txt", document(date=deduced))], []
    )


def test_what_could_not_be_read_follows():
    said = reading_text([("a.txt", document())], [DocumentError("no\x1b text", file="b.txt")])
    assert said.splitlines()[-2:] == ["1 document could not be read:", "  b.txt: no\\u001b text"]


def test_a_library_and_what_was_found_in_it():
    shelved = [Shelved("a.txt", "x", 3), Shelved("b.txt", "", 0, "broken")]
    said = library_text(shelved, Updated(("a.txt",), (), ("c.txt",), ("b.txt",)))
    assert said.splitlines() == [
        "2 documents: 1 read, 0 unchanged, 1 gone, 1 not readable",
        "  a.txt: 3 paragraphs",
        "  b.txt: broken",
    ]
    assert hits_text([Hit("a.txt", 3, 0, 1, "x", "menu")]) == "a.txt ¶3 [menu]\n  x"
    assert hits_text([]) == "No paragraph holds these words."


@given(st.text())
@example("a\u202eb\u2066c\u200bd\ufeffe\x1bf\ud800")
def test_nothing_invisible_reaches_the_screen(text):
    said = visible(text)
    assert not any(c in said for c in "\x1b\x07\u202e\u2066\u200b\ufeff\ud800")
    said.encode()


def test_what_writing_needs_stays():
    assert (
        visible("می\u200cشود 👩\u200d🚀 é\u0301 a\tb\n") == "می\u200cشود 👩\u200d🚀 é\u0301 a\tb\n"
    )


def test_what_is_too_long_for_a_screen_is_counted():
    text = "x" * 20_007 + "\ny" * 2000
    said = reading_text(
        [("a.txt", Document("a", "", text, split_paragraphs(text)))], []
    ).splitlines()
    assert "… and 7 more characters" in " ".join(" ".join(said[:300]).split())
    assert said[-1] == "… and 1 more (all with --json)"
    assert said[-2] == "2000  y"

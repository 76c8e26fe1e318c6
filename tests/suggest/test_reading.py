from detente.case import open_case
from detente.documents import Document, Paragraph, split_paragraphs
from detente.suggest.reading import LONGEST, read_closely
from detente.suggest.syntax import Parse


def document(text):
    return Document("d", "", text, split_paragraphs(text))


def test_furniture_and_what_is_no_prose_are_left_out():
    text = "Japan\nSign up\n" + "x" * (LONGEST + 1)
    paragraphs = split_paragraphs(text)
    marked = Paragraph(2, "Sign up", 6, 13, furniture="form")
    reading = read_closely(Document("d", "", text, (paragraphs[0], marked, paragraphs[2])))
    assert [p.paragraph.number for p in reading.passages] == [1]


def test_pronouns_lean_on_the_paragraph_before():
    reading = read_closely(document("Russian President Putin spoke.\nHe left."))
    assert reading.passages[1].mentions[0].codes == ("RUS",)


def test_offsets_are_those_of_the_document():
    reading = read_closely(document("One.\nJapan waited."))
    found = reading.passages[1].suggestion("actor", 0, 5, "why")
    assert (found.start, found.end, found.text) == (5, 10, "Japan")


def test_a_name_of_the_case_with_a_state_in_it_stays_with_the_state():
    reading = read_closely(document("Japan waited for Abe."), case=open_case("japan-russia"))
    assert [m.codes for m in reading.passages[0].mentions] == [("JPN",), ("JPN",)]


def test_sentences_come_with_their_paragraph():
    reading = read_closely(document("One. Two.\nThree."))
    assert [p.paragraph.number for p, _ in reading.sentences()] == [1, 1, 2]


def test_only_sentences_that_name_an_actor_are_parsed_all_in_one_go():
    text = "Japan met Russia. Nobody came.\nChina waited."
    asked = []

    def parser(sentences):
        asked.append([t[w[0].start : w[-1].end] for t, w in sentences])
        return [Parse(("X",), (w[0].text,), (0,)) for _, w in sentences]

    reading = read_closely(Document("d", "", text, split_paragraphs(text)), parser=parser)
    assert asked == [["Japan met Russia.", "China waited."]]
    parses = [s.parse and s.parse.role for _, s in reading.sentences()]
    assert parses == [("Japan",), None, ("China",)]

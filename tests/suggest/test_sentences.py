import itertools

from hypothesis import given
from hypothesis import strategies as st

from detente.suggest.sentences import LONGEST, sentences, words


def cut(text):
    return [text[a:b] for a, b in sentences(text)]


def test_abbreviations_and_initials_end_no_sentence():
    text = "Mr. J. Ford met Gen. Hill on Sept. 3 in the U.S. capital. They spoke."
    assert cut(text) == ["Mr. J. Ford met Gen. Hill on Sept. 3 in the U.S. capital.", "They spoke."]


def test_a_country_in_dots_ends_one_before_an_opening_word():
    assert cut("He left the U.S. The talks went on.") == ["He left the U.S.", "The talks went on."]


def test_quotation_marks_belong_to_the_sentence_they_close():
    assert cut("“We agree.” He left.") == ["“We agree.”", "He left."]


def test_a_sentence_without_end_is_cut_at_spaces():
    pieces = cut("word " * 2000)
    assert all(len(p) <= LONGEST for p in pieces)
    assert "".join(pieces).count("word") == 2000
    assert all(len(p) <= LONGEST for p in cut("x" * 5000))


@given(st.text(alphabet="aB. !?“”’-U1\n\t", max_size=80))
def test_sentences_cover_all_that_is_not_white_and_do_not_overlap(text):
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(st.text(max_size=60))
def test_words_are_where_they_say(text):
    assert all(text[w.start : w.end] == w.text for w in words(text, 0, len(text)))


def test_a_possessive_is_a_word_of_its_own():
    assert [w.low for w in words("Japan’s ally doesn’t", 0, 20)] == [
        "japan",
        "'s",
        "ally",
        "doesn't",
    ]

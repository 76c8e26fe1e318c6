"""Pull quotes and text that stands twice are found; what only sounds alike is not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from detente.documents import split_paragraphs
from detente.documents.repeats import repeats

SAID = "the ford has been open since the flood of last spring and nobody minds"


def found(*texts):
    return repeats(split_paragraphs("\n".join(texts)))


def test_a_pull_quote_repeats_the_longer_paragraph_wherever_it_stands():
    longer = f"As the mayor put it, {SAID}, for now."
    assert found(SAID, longer) == {1: 2}
    assert found(longer, SAID) == {2: 1}


def test_of_two_alike_the_later_repeats_the_first():
    assert found(SAID, "Between them.", SAID.upper() + "!", SAID) == {3: 1, 4: 1}


def test_a_word_more_or_less_does_not_matter():
    quote = SAID.replace("since", "however, since")
    assert found(quote, f"He said that {SAID} at all in the whole town.") == {1: 2}


def test_short_lines_and_other_words_repeat_nothing():
    assert found("The ford is open.", "The ford is open.") == {}
    other = "nobody minds that since the flood of last spring the ford is open"
    assert found(other, f"{SAID} for now") == {}


def test_furniture_is_neither_quote_nor_origin():
    quote, origin = split_paragraphs(f"{SAID}\n{SAID} for now")
    assert repeats([quote, replace(origin, furniture="menu")]) == {}
    assert repeats([replace(quote, furniture="menu"), origin]) == {}


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=30), max_size=8))
def test_it_leads_from_a_shorter_or_later_one_and_never_in_a_circle(drawn):
    texts = [" ".join(words) or "x" for words in drawn]
    again = found(*texts)
    for quote, origin in again.items():
        lengths = len(texts[quote - 1].split()), len(texts[origin - 1].split())
        assert lengths[0] < lengths[1] or (lengths[0] == lengths[1] and quote > origin)

import pytest

from detente.documents import Document, split_paragraphs
from detente.suggest.manner import asserted_by, clause, is_passive, modality, negated
from detente.suggest.reading import read_closely
from detente.suggest.sentences import words
from detente.suggest.triggers import find_triggers


def first(text):
    reading = read_closely(Document("d", "", text, split_paragraphs(text)))
    sentence = reading.passages[0].sentences[0]
    return sentence, find_triggers(sentence.words, "events", sentence.mentions)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firms were not evicted.", True),
        ("Firms have recently been evicted.", True),
        ("Firms evicted by Russia left.", True),
        ("Russia had evicted firms.", False),
        ("Russia is evicting firms.", False),
    ],
)
def test_passive(text, expected):
    sentence, trigger = first(text)
    assert is_passive(sentence.words, trigger) is expected


def test_a_clause_ends_at_link_words():
    said = words("He left, which hurt, because Japan rejected it", 0, 46)
    assert [said[k].text for k in range(*clause(said, 9))] == ["Japan", "rejected", "it"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan rejected Russia.", "actual"),
        ("Japan will reject Russia.", "future"),
        ("Japan may reject Russia.", "possible"),
        ("Japan would reject Russia.", "conditional"),
        ("If Japan rejected Russia, all would change.", "conditional"),
        ("Japan must reject Russia.", "required"),
        ("Japan waited to reject Russia.", "intended"),
    ],
)
def test_modality(text, expected):
    sentence, trigger = first(text)
    assert modality(sentence.words, trigger) == expected


def test_denial_counts_in_its_clause_only():
    def denied(text):
        sentence, trigger = first(text)
        return negated(sentence.words, trigger)

    assert denied("Japan did not reject it.")
    assert not denied("It was not late, but Japan rejected it.")


def test_who_says_so():
    def by(text):
        sentence, trigger = first(text)
        return asserted_by(sentence.words, sentence.mentions, trigger)

    assert by("China said Japan rejected Russia.") == "CHN"
    assert by("Japan rejected Russia, China said.") == "CHN"
    assert by("Japan rejected Russia, according to China.") == "CHN"
    assert by("Japan rejected Russia.") == ""

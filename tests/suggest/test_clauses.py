import pytest

from detente.documents import Document, split_paragraphs
from detente.suggest.clauses import asserted_by, modality, negated, roles
from detente.suggest.reading import read_closely
from detente.suggest.triggers import find_triggers


def first(text):
    reading = read_closely(Document("d", "", text, split_paragraphs(text)))
    sentence = reading.passages[0].sentences[0]
    return sentence, find_triggers(sentence.words, "events", sentence.mentions)[0]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Japan rejected the offer of Russia.", "JPN", "RUS"),
        ("Japanese firms were evicted by the Russian government.", "RUS", "JPN"),
        ("The islands seized by Russia belong to Japan.", "RUS", ""),
        ("Japan, unlike China, rejected Russia.", "JPN", "RUS"),
        ("Russia, which annexed Crimea, waited.", "RUS", "UKR"),
        ("In Moscow, Japan rejected the offer.", "JPN", ""),
        ("Russia’s annexation of Crimea hurt Japan.", "RUS", "UKR"),
        ("Japan and China rejected Russia.", "JPN,CHN", "RUS"),
        ("Japan and Russia met in Vietnam.", "JPN,RUS", "JPN,RUS"),
        ("Japan met with Russia.", "JPN,RUS", "JPN,RUS"),
        ("US pressure on Tokyo grew.", "USA", "JPN"),
        ("Police arrested students in Cuba.", "", "CUB"),
    ],
)
def test_who_does_what_to_whom(text, actor, recipient):
    found = roles(*first(text))
    assert (",".join(found.actor), ",".join(found.recipient)) == (actor, recipient)


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

import pytest

from detente.documents import Document, split_paragraphs
from detente.suggest.clauses import roles
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
        ("Russia’s neighbour Japan rejected China.", "JPN", "CHN"),
        ("Japan and China rejected Russia.", "JPN,CHN", "RUS"),
        ("Japan and Russia met in Vietnam.", "JPN,RUS", "JPN,RUS"),
        ("Japan met with Russia.", "JPN,RUS", "JPN,RUS"),
        ("US pressure on Tokyo grew.", "USA", "JPN"),
        ("Police arrested students in Cuba.", "", "CUB"),
        ("The offer of Iraq and the war against Iran.", "", "IRN"),
        ("Chinese armed attacks on Japan grew.", "CHN", "JPN"),
        ("China revealed Russia rejected Japan.", "RUS", "JPN"),
        ("China revealed that Russia rejected Japan.", "RUS", "JPN"),
        ("Japan rejected the offer under US pressure.", "JPN", ""),
        ("Russia seized the islands just after the US had won.", "RUS", ""),
    ],
)
def test_who_does_what_to_whom(text, actor, recipient):
    found = roles(*first(text))
    assert (",".join(found.actor), ",".join(found.recipient)) == (actor, recipient)

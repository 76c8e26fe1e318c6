from detente.suggest.gazetteer import Gazetteer, standard
from detente.suggest.mentions import named, with_pronouns
from detente.suggest.persons import learned
from detente.suggest.sentences import sentences


def mentions(text):
    known = Gazetteer({**learned(text, standard()), **standard().entries})
    return with_pronouns(text, sentences(text), named(text, known), [])


def read_as(text, word):
    return [m.codes for m in mentions(text) if m.text == word]


def test_a_title_and_a_name_are_one_mention():
    found = mentions("Russian President Vladimir Putin met Japanese Prime Minister Shinzo Abe.")
    assert [(m.text, m.codes) for m in found] == [
        ("Russian President Vladimir Putin", ("RUS",)),
        ("Japanese Prime Minister Shinzo Abe", ("JPN",)),
    ]


def test_a_capital_behind_in_is_a_place():
    assert [m.how for m in mentions("Tokyo spoke. He was in Moscow.")] == ["capital", "place"]


def test_parts_of_other_words_and_seas_name_no_actor():
    assert mentions("US-led forces in the Japan Sea and the Korean Peninsula") == []


def test_the_security_council_of_a_state_is_not_that_of_the_world():
    assert [m.codes for m in mentions("Japan’s National Security Council met.")] == [("JPN",)]
    assert [m.codes for m in mentions("The Security Council met.")] == [("UNSC",)]


def test_he_is_the_first_person_and_it_the_first_state():
    text = "Abe told Putin that Japan was firm. He said it would wait."
    assert read_as(text, "He") == [("JPN",)]
    assert read_as("Japan wrote to Russia. It waited.", "It") == [("JPN",)]


def test_a_pronoun_behind_after_leans_on_the_nearest():
    assert read_as("Japan joined the steps against Russia after it annexed Crimea.", "it") == [
        ("RUS",)
    ]


def test_owners_stand_back():
    assert read_as("Abe’s offer pleased Putin. He smiled.", "He") == [("RUS",)]


def test_both_sides_are_the_last_two():
    assert read_as("Japan met Russia. Both sides agreed.", "Both sides") == [("JPN", "RUS")]
    assert read_as("Japan rose. Both sides agreed.", "Both sides") == []


def test_both_stay_the_same_until_there_are_others():
    text = "Japan met Russia. Both had talks with China. They spoke."
    assert read_as(text, "They") == [("JPN", "RUS")]


def test_a_pronoun_with_nothing_before_it_stays_out():
    assert mentions("He said it was late.") == []

from detente.suggest.gazetteer import standard
from detente.suggest.mentions import named
from detente.suggest.sentences import words
from detente.suggest.suggestion import PLOVER
from detente.suggest.triggers import find_triggers
from detente.suggest.words import table


def types(text, name="events"):
    said = words(text, 0, len(text))
    return [t.type for t in find_triggers(said, name, named(text, standard()))]


def test_the_longest_pattern_wins():
    assert types("Japan imposed new sanctions on Russia") == ["SANCTION"]
    assert types("Japan imposed a curfew") == ["COERCE"]


def test_every_form_of_a_verb_counts():
    for verb in ("rejects", "rejected", "is rejecting", "will reject"):
        assert types(f"Japan {verb} the offer")[:1] == ["REJECT"]


def test_nouns_that_look_like_verbs_are_left_out():
    assert types("the visit") == []
    assert types("Serb forces waited") == []
    assert types("Russian demands grew") == []
    assert types("the proposed demand rose") == []


def test_no_word_of_a_name_counts():
    assert types("Japan and the United States waited", "positions") == []


def test_an_irregular_participle_needs_a_helping_verb():
    assert types("Japan waited given its aims") == []
    assert types("Japan has given Russia a dog") == ["AID"]


def test_a_gap_has_an_end():
    assert types("Japan imposed, as one two three four five six knew, sanctions") == ["COERCE"]


def test_the_lists_know_the_types_of_plover_only():
    assert {row[0] for row in table("events")} == set(PLOVER)

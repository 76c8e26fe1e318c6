import importlib.util

import pytest

from detente.errors import MissingExtra
from detente.suggest import syntax
from detente.suggest.sentences import words
from detente.suggest.syntax import Parse, load_parser

# "Japan, which Russia fears, wanted and got peace"
PARSE = Parse(
    ("PROPN", "PRON", "PROPN", "VERB", "VERB", "CCONJ", "VERB", "NOUN"),
    ("nsubj", "dobj", "nsubj", "relcl", "ROOT", "cc", "conj", "dobj"),
    (4, 3, 3, 0, 4, 4, 4, 6),
)


def test_a_joined_verb_shares_its_subject():
    assert (PARSE.subject(4), PARSE.subject(6)) == (0, 0)


def test_a_relative_clause_has_its_own_subject_or_leans_on_its_noun():
    assert PARSE.subject(3) == 2
    leaning = Parse(("PROPN", "PRON", "VERB"), ("ROOT", "nsubj", "relcl"), (0, 2, 0))
    assert leaning.subject(2) == 0


def test_the_object_of_a_governing_verb_acts_in_the_infinitive():
    forced = Parse(
        ("PROPN", "VERB", "PROPN", "PART", "VERB"),
        ("nsubj", "ROOT", "dobj", "aux", "xcomp"),
        (1, 1, 1, 4, 1),
    )
    assert forced.subject(4) == 2


def test_what_hangs_from_a_word():
    assert PARSE.children(4) == [0, 5, 6]
    assert PARSE.children(4, "conj") == [6]
    assert PARSE.below(4, "conj") == [4, 0, 5, 3, 1, 2]


def test_no_subject_ends_the_search():
    assert Parse(("VERB",), ("ROOT",), (0,)).subject(0) is None
    assert Parse(("VERB", "VERB"), ("conj", "conj"), (1, 0)).subject(0) is None


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(syntax, "MODEL", "no_such_model")
    with pytest.raises(MissingExtra, match="needs the parser"):
        load_parser()


@pytest.mark.skipif(
    not (importlib.util.find_spec("spacy") and importlib.util.find_spec(syntax.MODEL)),
    reason="the parser and its model are not installed",
)
def test_the_trained_parser_finds_the_subject():
    text = "Russia was asked to wait by Japan."
    said = words(text, 0, len(text))
    found, short = load_parser()([(text, said), ("Go.", words("Go.", 0, 3))])
    assert len(short.pos) == 2
    assert len(found.pos) == len(said)
    assert found.subject(2) == 0

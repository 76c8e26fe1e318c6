"""How a concept is named."""

import pytest

from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, CONCEPTS, concept_named
from detente.stability.families import Family, Mixed


@pytest.mark.parametrize("key", CONCEPTS)
def test_a_key_is_a_name_in_any_case(key):
    if isinstance(CONCEPTS[key], Family):
        with pytest.raises(UsageError, match=f"needs a parameter: found `{key}`"):
            concept_named(key)
    else:
        assert concept_named(f" {key.upper()} ") is CONCEPTS[key]


def test_the_classical_concepts_are_the_thresholds():
    assert list(CLASSICAL) == [k for k, c in CONCEPTS.items() if c.replies is not None]
    assert all(CONCEPTS[k] is c for k, c in CLASSICAL.items())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("LH:3", "lh:3"),
        (" mr : 04 ", "mr:4"),
        ("stackelberg:us", "stackelberg:us"),
        ("jp=nash, ru=lh:3", "jp=nash,ru=lh:3"),
        ("seq,jp=NASH", "jp=nash,seq"),
    ],
)
def test_a_name_is_kept_in_one_form(text, key):
    found = concept_named(text)
    assert found.key == key
    assert concept_named(found.key).key == key


def test_parts_and_the_rest():
    found = concept_named("jp=nash,ru=seq,gmr")
    assert isinstance(found, Mixed)
    assert [c.key for c in found.of(["us", "RU", "jp"])] == ["gmr", "seq", "nash"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nsh", "unknown stability concept: found `nsh`; did you mean `nash`"),
        ("jp=nsh", "unknown stability concept: found `nsh`; did you mean `nash`"),
        ("", "unknown stability concept"),
        ("lh:x", "not a number of moves: found `x`"),
        ("seq:2", "takes no parameter: found `seq:2`; expected seq"),
        ("jp=nash,JP=seq", "two concepts for the same decision makers"),
        ("nash,seq", "two concepts for the same decision makers"),
        ("jp=lh", "needs a parameter: found `lh`"),
        ("=nash", "a decision maker is missing before `=`"),
        ("jp=stackelberg:us", "cannot be mixed itself"),
        ("jp=nash,", "unknown stability concept"),
    ],
)
def test_names_that_do_not_fit(text, said):
    with pytest.raises(UsageError, match=said):
        concept_named(text)


def test_an_unknown_name_is_an_unknown_name():
    with pytest.raises(UnknownName):
        concept_named("jp=nash,sek")

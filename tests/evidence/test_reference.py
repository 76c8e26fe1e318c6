"""References: one kind each, from text or a map."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from detente.evidence import Reference


@pytest.mark.parametrize(
    ("value", "shown", "source", "paragraph"),
    [
        ("000¶24", "000¶24", "000", 24),
        ("rusi-17.b¶1", "rusi-17.b¶1", "rusi-17.b", 1),
        ({"at": "000¶24", "anchor": "a  few words"}, "000¶24", "000", 24),
        ("e1", "e1", "", 0),
        ({"id": "e1", "note": "x"}, "e1", "", 0),
        ({"modeller": "our addition"}, "modeller: our addition", "", 0),
        ({"outside": "press", "confidence": "high"}, "outside: press", "", 0),
    ],
)
def test_four_kinds(value: Any, shown: str, source: str, paragraph: int) -> None:
    found = Reference.model_validate(value)
    assert (str(found), found.source, found.paragraph) == (shown, source, paragraph)


@given(st.text("abc0._-", min_size=1), st.integers(1, 10**6))
def test_a_paragraph_is_read_back(source: str, paragraph: int) -> None:
    found = Reference.model_validate(f"{source}¶{paragraph}")
    assert (found.source, found.paragraph) == (source, paragraph)
    assert Reference.model_validate(str(found)) == found


@pytest.mark.parametrize(
    "text", ["000¶", "¶3", "000¶x", "000¶0", "000¶-1", "000¶٣", "0 0¶1", "0¶1¶2"]
)
def test_no_paragraphs(text: str) -> None:
    with pytest.raises(ValidationError, match=f"`{text}` names no paragraph"):
        Reference.model_validate(text)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, "found none of the four kinds"),
        ({"note": "x"}, "found none of the four kinds"),
        ({"at": "000¶1", "id": "e1"}, "found `at` and `id`"),
        ({"modeller": "x", "outside": "y", "id": "z"}, "found `id` and `modeller` and `outside`"),
        ("", "found none of the four kinds"),
        (None, "found nothing, expected a reference"),
        (["000¶1"], "found a list, expected a reference"),
    ],
)
def test_one_kind_each(value: Any, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Reference.model_validate(value)
    assert said in caught.value.errors()[0]["msg"]
    assert "write SOURCE¶PARAGRAPH" in caught.value.errors()[0]["ctx"]["hint"]


def test_confidence_is_one_of_four_words() -> None:
    with pytest.raises(ValidationError, match="'low', 'medium', 'medium-high' or 'high'"):
        Reference.model_validate({"outside": "x", "confidence": "certain"})

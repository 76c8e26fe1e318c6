"""Folding: what counts as the same text, and that places lead back to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import find, fold

CHARACTERS = (
    "aAbß ﬁ½…“”’'\"«–—-´¨éÉ가ᄀ\u1161İſΐ\u00a0\u202f\u2009\n\t\u200b\u00ad\ufeff\u0301\u0327"
)
TEXT = st.text(alphabet=st.sampled_from(CHARACTERS), max_size=12) | st.text(max_size=12)


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        ("what commitments", "“what\u00a0commitments Japan has”"),
        ("what commitments", "what \u202f\n commitments"),
        ("Abe's onsen", "Abe’s onsen"),
        ('"own backyard"', "in its “own backyard”"),
        ("Russian-Japanese thaw", "a Russian–Japanese thaw"),
        ("PUTIN", "Vladimir Putin"),
        ("coöperation", "co\u00adoperation coo\u0308peration"),
        ("difficult office", "diﬃcult oﬃce"),
        ("strasse", "Straße"),
        ("  padded  ", "is padded here"),
        ("and so on...", "and so on…"),
    ],
)
def test_typography_does_not_hide_an_anchor(anchor, text):
    assert len(find(anchor, text)) == 1


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        ("", "text"),
        (" \u00a0\u200b", "a b"),
        ("e", "é"),
        ("e", "e\u0301"),
        ("f", "ﬁ"),
        ("abc", "ab"),
        ("a", ""),
    ],
)
def test_nothing_is_found_where_nothing_stands(anchor, text):
    assert find(anchor, text) == []


def test_places_are_exact_and_do_not_overlap():
    text = "“Aa”\u00a0 aa\u200ba"
    assert [text[a:b] for a, b in find("a", text)] == ["A", "a", "a", "a", "a"]
    assert [text[a:b] for a, b in find("aa", text)] == ["Aa", "aa"]


@given(TEXT, TEXT)
def test_every_place_folds_to_the_folded_anchor(anchor, text):
    needle = fold(anchor).text.strip(" ")
    end = 0
    for start, stop in find(anchor, text):
        assert end <= start < stop <= len(text)
        assert fold(text[start:stop]).text.strip(" ") == needle
        end = stop


@given(TEXT, TEXT, TEXT)
def test_a_quotation_is_found_in_the_text_it_is_taken_from(before, quotation, after):
    joined = f"{before} {quotation} {after}"
    visible = fold(quotation).text.strip(" ")
    assert bool(find(quotation, joined)) == bool(visible)


@given(st.text(alphabet=st.sampled_from(sorted(set(CHARACTERS) - set("´¨"))), max_size=12))
def test_canonical_and_compatible_forms_fold_alike(text):
    # accents that stand alone are left out: their compatible form begins with a space
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        other = unicodedata.normalize(form, text)
        assert fold(other).text == fold(text).text


@given(TEXT)
def test_units_tile_the_folded_text_and_keep_their_order(text):
    folded = fold(text)
    assert folded.begins[-1] == len(folded.text)
    assert len(folded.begins) == len(folded.spans) + 1
    assert all(a < b for a, b in zip(folded.begins, folded.begins[1:], strict=False))
    assert all(p[1] <= q[0] for p, q in zip(folded.spans, folded.spans[1:], strict=False))

"""Key points: every kind of judgement in words, with confidence in a sentence of its own."""

from __future__ import annotations

import pytest
from tests.report.made import CASES, material_of

from detente.report.inlines import plain
from detente.report.lint import lint_text, sentences
from detente.report.sentences import TOPICS, WRITERS, key_point, key_points


def test_every_kind_has_a_topic_and_a_writer() -> None:
    assert list(TOPICS) == list(WRITERS) == ["holds", "blocks", "unlocks", "turns", "lacks"]


@pytest.mark.parametrize("name", CASES)
def test_points_are_whole_sentences(name: str) -> None:
    points = key_points(material_of(name))
    assert 3 <= len(points) <= 5
    for point in points:
        claim = plain(point.claim).strip()
        assert claim[0] in "“" or claim[0].isupper()
        for words in (claim, plain(point.detail).strip(), plain(point.sourcing)):
            assert not words or words[-1] in ".”"
            assert "  " not in words
            assert lint_text(words) == []
        assert len(sentences(plain(point.confidence))) == 1
        assert plain(point.confidence).startswith("We have ")


@pytest.mark.parametrize("name", CASES)
def test_no_id_of_the_case_stands_in_prose(name: str) -> None:
    m = material_of(name)
    ids = {o for x in m.models for o in x.graph.options} | set(m.case.models) - {"main"}
    titles = {m.words.model_title(x.id) for x in m.models}
    for point in key_points(m):
        said = f"{plain(point.claim)} {plain(point.detail)} {plain(point.confidence)}"
        assert not {i for i in ids - titles if f" {i} " in said}


def test_bases_are_few_and_say_how_many_are_left() -> None:
    m = material_of("japan-russia")
    point = key_point(m, m.judgements[0])
    assert len(point.bases) == 6
    assert plain(point.bases[-1]) == "And 61 other priorities."
    assert plain(point.bases[0]).startswith(
        "Japan's first priority, “Refuse a treaty without islands”"
    )
    assert {i.kind for i in point.bases[0]} == {"text", "link", "cites"}

"""The analysts' own confidence is about a judgement or a question of the case."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from detente.case.checks.confidence import JUDGEMENTS
from detente.judgement.finding import Kind

Say = Callable[[str], list[str]]


def test_every_kind_of_key_judgement_can_be_named() -> None:
    assert get_args(Kind) == JUDGEMENTS


def test_what_is_neither_judgement_nor_question(said: Say, small: str) -> None:
    (line,) = said(small + "confidence: {hold: {level: low, reason: thin}}\n")
    assert "unknown judgement or question `hold`" in line
    assert "holds" in line


def test_a_sound_one(said: Say, small: str) -> None:
    assert said(small + "confidence: {blocks: {level: low, reason: the archive is closed}}\n") == []


def test_level_and_reason_are_needed(said: Say, small: str) -> None:
    (line,) = said(small + "confidence: {holds: {level: medium, reason: thin}}\n")
    assert "medium" in line
    (line,) = said(small + "confidence: {holds: {level: low}}\n")
    assert "reason" in line

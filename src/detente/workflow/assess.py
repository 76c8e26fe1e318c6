"""The main job: `assess`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.case import Case, find_case, read_case
from detente.case.checks.references import references
from detente.case.formatter import write_whole
from detente.judgement import answer_inquiries
from detente.judgement.key import key_judgements
from detente.report.formats import FORMATS
from detente.report.outline import outline
from detente.stability import CONCEPTS
from detente.stability.assessment import ModelAssessment, assess_model
from detente.stability.graph import resolve
from detente.workflow.cases import library_of
from detente.workflow.outcome import Outcome

__all__ = ["assess"]

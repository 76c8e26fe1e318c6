"""Findings are frozen values."""

from __future__ import annotations

import dataclasses

import pytest
from tests.report.made import material_of

from detente.judgement import finding


def test_findings_cannot_be_changed() -> None:
    for name in finding.__all__:
        thing = getattr(finding, name)
        if isinstance(thing, type):
            assert dataclasses.is_dataclass(thing)
    judgement = material_of("chicken").judgements[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        judgement.kind = "blocks"  # type: ignore[misc]

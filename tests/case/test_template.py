"""The starter case: valid as written, for any id and title, and it teaches each main part."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case import read_case
from detente.case.formatter import format_text
from detente.case.template import new_case_text
from detente.errors import UsageError


def test_the_starter_is_valid_and_has_each_main_part(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(new_case_text("ford", "The ford"), encoding="utf-8")
    case = read_case(tmp_path)
    model = case.models["main"]
    assert len(model.deciders()) == 2
    assert case.sources
    assert case.evidence
    assert case.timeline
    assert case.questions
    assert model.rules
    assert model.context
    assert model.propositions
    assert model.what_if
    assert any(len(p.readings) > 1 for p in model.preferences.values())
    used = {
        n for text in _conditions(model) for n in text.replace("(", " ").replace(")", " ").split()
    }
    assert set(model.names()) - used <= set(model.outcomes)


def _conditions(model: object) -> list[str]:
    m = model
    orders = (r.order for p in m.preferences.values() for r in p.readings.values())
    return [
        *(str(r.require) for r in m.rules),
        *(str(p.when) for p in (*m.propositions.values(), *m.outcomes.values())),
        *(str(s.want) for order in orders for s in order),
    ]


def test_the_starter_explains_itself() -> None:
    text = new_case_text("ford", "The ford")
    assert sum(line.lstrip().startswith("#") for line in text.splitlines()) >= 15
    assert max(map(len, text.splitlines())) <= 110


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1))
def test_any_title_is_kept(tmp_path: Path, title: str) -> None:
    try:
        text = new_case_text("ford", title)
    except UsageError:
        assert not title.strip() or not " ".join(title.split()).isprintable()
        return
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    import unicodedata

    expected = unicodedata.normalize("NFC", " ".join(title.split()))
    assert read_case(tmp_path).case.title == expected
    assert format_text(text, "case.yaml")


@pytest.mark.parametrize(
    "title", ["no", "1956", "- a", "a: b", "# x", "'", '"', "{x}", "a \\ b", "~"]
)
def test_titles_that_yaml_would_misread(title: str, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(new_case_text("ford", title), encoding="utf-8")
    assert read_case(tmp_path).case.title == title


@pytest.mark.parametrize(("id", "title"), [("two words", "x"), ("", "x"), ("not", "x"), ("a", " ")])
def test_what_cannot_begin_a_case(id: str, title: str) -> None:
    with pytest.raises(UsageError):
        new_case_text(id, title)

"""`assess` as a function."""

import pytest
import yaml
from tests.report.made import small

from detente.errors import FileProblem, InvalidCase, UnknownName
from detente.workflow.assess import assess


def test_only_the_models_named(tmp_path):
    outcome = assess("japan-russia", tmp_path / "r.html", ["1956", "treaty-menu"])
    assert [m["model"] for m in outcome.data["models"]] == ["1956", "treaty-menu"]
    assert outcome.written == (tmp_path / "r.html",)
    dated = ["treaty", "talks_end", "real_money"]
    assert [f["question"] for f in outcome.data["forecasts"]] == dated


def test_an_unknown_model_writes_nothing(tmp_path):
    with pytest.raises(UnknownName):
        assess("japan-russia", tmp_path / "r.html", ["1957"])
    assert not list(tmp_path.iterdir())


def test_an_invalid_case_writes_nothing(tmp_path):
    (tmp_path / "case.yaml").write_text("format: dispute-case/1\n")
    with pytest.raises(InvalidCase):
        assess(str(tmp_path), tmp_path / "r.html")
    assert not (tmp_path / "r.html").exists()


def test_a_report_in_another_format_by_its_suffix(tmp_path):
    assess("chicken", tmp_path / "r.md")
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("#")
    with pytest.raises(FileProblem, match="no format has"):
        assess("chicken", tmp_path / "r.xyz")


def test_forecasts_that_cannot_be_made_stop_no_report(tmp_path):
    case = small(
        case={"id": "ford", "title": "The ford", "question": "Will it open?"},
        calendar={
            "models": ["main"],
            "watch": {"d": {"label": "D", "model": "main", "when": "deal"}},
        },
        questions={"q": {"ask": "Deal?", "event": "d", "by": "2019"}},
    )
    shape = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    (tmp_path / "case.yaml").write_text(yaml.safe_dump(shape, allow_unicode=True))
    outcome = assess(str(tmp_path), tmp_path / "r.md")
    assert outcome.data["forecasts"] == []
    assert "No forecasts: a run needs a start" in " ".join(outcome.text.split())

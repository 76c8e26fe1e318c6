"""`assess` as a function."""

import pytest

from detente.errors import FileProblem, InvalidCase, UnknownName
from detente.workflow.assess import assess


def test_only_the_models_named(tmp_path):
    outcome = assess("japan-russia", tmp_path / "r.html", ["1956", "treaty-menu"])
    assert [m["model"] for m in outcome.data["models"]] == ["1956", "treaty-menu"]
    assert outcome.written == (tmp_path / "r.html",)


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

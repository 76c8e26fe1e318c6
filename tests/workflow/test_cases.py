"""`new`, `check`, `fmt`, `show` as functions."""

import shutil

import pytest

from detente.casebook import shipped_cases
from detente.errors import FileProblem, InvalidCase
from detente.workflow.cases import check, fmt, new, show


def test_new_then_check(tmp_path):
    outcome = new(tmp_path / "ford", "The ford")
    assert [p.name for p in outcome.written] == ["case.schema.json", "case.yaml"]
    assert all(p.is_file() for p in outcome.written)
    assert check(str(tmp_path / "ford")).data["ok"] is True


def test_new_where_no_folder_can_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem, match="cannot be made"):
        new(tmp_path / "file" / "ford", "")


def with_report(tmp_path, more):
    """Return a case with a document at hand and more sections, and the lines before these."""
    folder = shutil.copytree(shipped_cases()["syria-iraq-1975"], tmp_path / "case")
    (folder / "documents").mkdir()
    (folder / "documents" / "report.txt").write_text("One.\n\nThe river fell.\n")
    head, _, tail = (folder / "case.yaml").read_text().partition("sources:\n")
    source = "sources:\n  report: {title: A report, file: documents/report.txt}\n"
    text = head + source + tail
    (folder / "case.yaml").write_text(text + more)
    return folder, text.count("\n")


def test_references_are_looked_up_in_documents_at_hand(tmp_path):
    timeline = (
        "timeline:\n"
        "  - {date: 1975, title: Fine, because: [{at: report¶2, anchor: river fell}]}\n"
        "  - {date: 1975, title: Moved, because: [{at: report¶1, anchor: river fell}]}\n"
        "  - {date: 1975, title: Missing, because: [report¶9]}\n"
    )
    folder, _ = with_report(tmp_path, timeline)
    messages = [p["message"] for p in check(str(folder)).data["problems"]]
    assert messages == [
        "the anchor is not found in report¶1; it stands in paragraph 2",
        "`report¶9`: the document has 2 paragraphs",
    ]


def test_the_words_of_claims_are_looked_up_too(tmp_path):
    claims = (
        "evidence:\n"
        "  fell: {claim: It fell, source: report, paragraph: 2, anchor: river fell}\n"
        "  rose: {claim: It rose, source: report, paragraph: 2, anchor: river rose}\n"
        "timeline:\n"
        "  - {date: 1975, title: A flood, because: [rose]}\n"
    )
    folder, before = with_report(tmp_path, claims)
    (problem,) = check(str(folder)).data["problems"]
    assert "the anchor is not found" in problem["message"]
    assert problem["line"] == before + 3


def test_fmt_reports_what_it_changed(tmp_path):
    new(tmp_path, "")
    text = (tmp_path / "case.yaml").read_text()
    (tmp_path / "case.yaml").write_text(text + "\n\n\n")
    fmt(str(tmp_path))
    assert fmt(str(tmp_path), only_check=True).code == 0


def test_fmt_refuses_what_is_no_text(tmp_path):
    (tmp_path / "case.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidCase, match="UTF-16"):
        fmt(str(tmp_path))


def test_show_one_model_only():
    assert [m["model"] for m in show("japan-russia", "1956").data["models"]] == ["1956"]


def test_fmt_leaves_all_files_alone_where_one_is_broken_and_other_files_always(tmp_path):
    new(tmp_path, "")
    loose = "format:   dispute-case/1\n"
    (tmp_path / "notes.yaml").write_text(loose)
    (tmp_path / "timeline.yaml").write_text("- {date:   2024, title: A}\n")
    (tmp_path / "quantities.yaml").write_text("a: [")
    with pytest.raises(InvalidCase):
        fmt(str(tmp_path))
    assert "   2024" in (tmp_path / "timeline.yaml").read_text()
    (tmp_path / "quantities.yaml").unlink()
    assert [p.name for p in fmt(str(tmp_path)).written] == ["timeline.yaml"]
    assert (tmp_path / "notes.yaml").read_text() == loose

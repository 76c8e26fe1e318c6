"""What every format on the shelf must do."""

from __future__ import annotations

import pytest
from tests.report.made import CASES, hostile, report_of

from detente.report.blocks import Report
from detente.report.format import Format
from detente.report.formats import FORMATS
from detente.report.inlines import plain

every_format = pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))


def bare(text: str) -> str:
    """A text without line breaks, markup signs and escapes, to look for words in."""
    for a, b in (("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&"), ("\\", ""), ("*", "")):
        text = text.replace(a, b)
    return " ".join(text.split())


def test_suffixes_tell_formats_apart() -> None:
    assert sorted(f.suffix for f in FORMATS.values()) == [".html", ".json", ".md", ".txt"]
    assert list(FORMATS) == ["html", "markdown", "text", "json"]


@every_format
@pytest.mark.parametrize("name", CASES)
def test_every_format_gives_the_answer(form: Format, name: str) -> None:
    report = report_of(name)
    text = bare(form.render(report))
    assert bare(report.title) in text
    assert report.handling in text
    for point in report.key_points:
        for words in (point.detail, point.confidence):
            if all(part.kind == "text" for part in words):
                assert bare(plain(words)) in text


@every_format
def test_every_format_is_deterministic(form: Format) -> None:
    report: Report = report_of("chicken")
    assert form.render(report) == form.render(report)


@every_format
def test_every_format_bears_hostile_labels(form: Format) -> None:
    text = form.render(hostile()[1])
    assert text.endswith("\n") or form.key == "html"
    assert "alert" in text


@every_format
def test_every_format_says_what_it_is(form: Format) -> None:
    assert form.meaning.endswith(".")

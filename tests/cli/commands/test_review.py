"""`detente review` on the command line."""

from __future__ import annotations

import click
import pytest

from detente.cli.commands import review as module
from detente.workflow.review import open_review

TEXT = "Japan rejected the offer of Russia in 2016.\nJapan gave Russia a dog in 2017.\n"
CASE = """\
format: dispute-case/1
case: {id: c, title: C, question: Why?}
sources:
  a: {title: A, file: a.txt}
actors:
  jp: {name: Japan}
  ru: {name: Russia}
options:
  jp.go: {label: Go}
models:
  m: {title: M, options: [jp.go], preferences: {jp: [jp.go]}}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE)
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def press(monkeypatch, keys: str) -> None:
    pressed = iter(keys)
    monkeypatch.setattr(click, "getchar", lambda: next(pressed))


def go_through(folder) -> int:
    return module._ask(open_review(str(folder), kinds=["event"]))


def test_without_a_terminal_what_waits_is_listed(detente, folder) -> None:
    code, out, _ = detente("review", folder, "--kind", "event")
    assert code == 0
    assert "REJECT  JPN → RUS" in out
    assert out.rstrip().endswith("2 of 2 suggestions wait for a yes or no")


def test_decisions_can_be_given_by_name(detente, as_json, folder) -> None:
    _, data = as_json("review", folder, "--kind", "event")
    first, second = (w["id"] for w in data["waiting"])
    code, out, _ = detente("review", folder, "--accept", first, "--reject", second)
    assert code == 0
    assert f"accept: {first}" in out
    assert (
        'title: "Japan rejected the offer of Russia in 2016."'
        in (folder / "timeline.yaml").read_text()
    )


def test_one_key_for_each(folder, monkeypatch, capsys) -> None:
    press(monkeypatch, "xar")
    assert go_through(folder) == 0
    out = capsys.readouterr().out
    assert "[Japan rejected the offer of Russia in 2016.]" in out
    assert "written to timeline.yaml" in out
    assert "0 suggestions wait" in out


def test_later_and_quit_leave_them(folder, monkeypatch, capsys) -> None:
    press(monkeypatch, "lq")
    go_through(folder)
    assert "2 suggestions wait" in capsys.readouterr().out
    assert not (folder / "timeline.yaml").exists()


def test_edit_asks_for_words(folder, monkeypatch) -> None:
    press(monkeypatch, "eq")
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "Tokyo says no")
    go_through(folder)
    assert "Tokyo says no" in (folder / "timeline.yaml").read_text()

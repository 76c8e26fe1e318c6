import json
import re
import subprocess
import sys

import pytest

from detente.case import examine, open_case
from detente.case.template import new_case_text
from detente.errors import InvalidCase, UnknownName, UsageError
from detente.suggest.entries import Written
from detente.workflow import review as module
from detente.workflow.review import open_review, review

TEXT = (
    "Upper Valley letter\nThe Upper Valley rejected the offer of the Lower Valley in 2023. "
    "The Lower Valley will sue unless the Upper Valley pays 30 million dollars.\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").write_text(TEXT)
    # the events of the starter would only be in the way
    text = re.sub(
        r"^timeline:\n(?:[ #-].*\n|\n)*", "", new_case_text("valleys", "Two valleys"), flags=re.M
    )
    named = "    title: Letter of the upper valley to the river board\n"
    assert named in text
    (tmp_path / "case.yaml").write_text(text.replace(named, named + "    file: letter.txt\n"))
    assert not examine(tmp_path).problems
    return tmp_path


def ids(folder, kind):
    found = review(str(folder), kinds=[kind]).data["waiting"]
    return [w["id"] for w in found]


def test_what_waits_is_listed_with_its_place_and_reason(folder):
    waiting = review(str(folder)).data["waiting"]
    kinds = {w["kind"] for w in waiting}
    assert {"event", "position", "quantity", "forecast"} <= kinds
    assert all(TEXT[w["start"] : w["end"]] == w["text"] and w["reason"] for w in waiting)


def test_an_accepted_event_enters_the_timeline_and_the_case_still_holds(folder):
    event, *_ = ids(folder, "event")
    found = review(str(folder), accept=[event])
    assert [p.name for p in found.written] == ["timeline.yaml"]
    (entry,) = open_case(folder).timeline
    assert (entry.by, entry.on, str(entry.date)) == ("upper", "lower", "2023")
    assert entry.because[0].at == "letter¶2"
    assert event not in [w["id"] for w in review(str(folder)).data["waiting"]]


def test_claims_join_those_in_case_yaml(folder):
    (position, *_) = ids(folder, "position")
    review(str(folder), accept=[position])
    evidence = open_case(folder).evidence
    assert set(evidence) == {"e1", position}
    assert not (folder / "evidence.yaml").exists()
    assert "# the claim, 1 (confirmed)" in (folder / "case.yaml").read_text()


def test_rejected_ones_are_gone_and_later_ones_come_last(folder):
    first, second, *_ = [w["id"] for w in review(str(folder)).data["waiting"]]
    found = review(str(folder), reject=[first], later=[second])
    left = [w["id"] for w in found.data["waiting"]]
    assert first not in left
    assert left[-1] == second
    assert found.written == ()


def test_own_words_replace_those_of_the_document(folder):
    found = open_review(str(folder), kinds=["quantity"])
    item = found.waiting()[0]
    found.decide(item, "accept", "What the lower valley asks for")
    assert open_case(folder).quantities[item.id].what == "What the lower valley asks for"


def test_killed_between_the_note_and_the_case_nothing_is_lost(folder, monkeypatch):
    found = open_review(str(folder), kinds=["event"])
    with monkeypatch.context() as m:
        m.setattr(module, "_add", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            found.decide(found.waiting()[0], "accept")
    assert open_case(folder).timeline == ()
    open_review(str(folder))
    assert len(open_case(folder).timeline) == 1


def test_killed_after_the_case_was_written_it_is_not_written_twice(folder):
    event, *_ = ids(folder, "event")
    review(str(folder), accept=[event])
    journal = folder / ".detente" / "review.jsonl"
    journal.write_text("".join(line + "\n" for line in journal.read_text().splitlines()[:1]))
    open_review(str(folder))
    assert len(open_case(folder).timeline) == 1


@pytest.mark.parametrize("before", [None, "- {date: 2020, title: Rain}\n"])
def test_an_entry_that_would_break_the_case_is_taken_back(folder, monkeypatch, before):
    file = folder / "timeline.yaml"
    if before:
        file.write_text(before)
    bad = Written("timeline", '- {date: "2023", title: "x", by: "nobody"}')
    monkeypatch.setattr(module, "entry_for", lambda *_: bad)
    found = open_review(str(folder), kinds=["event"])
    item = found.waiting()[0]
    with pytest.raises(InvalidCase):
        found.decide(item, "accept")
    assert (file.read_text() if file.exists() else None) == before
    assert not examine(folder).problems
    assert found.waiting()[-1] == item


def test_a_section_in_one_line_is_not_touched(folder):
    case = folder / "case.yaml"
    case.write_text(case.read_text() + "\ntimeline: []\n")
    event, *_ = ids(folder, "event")
    before = case.read_text()
    with pytest.raises(UsageError, match="stands in one line"):
        review(str(folder), accept=[event])
    assert case.read_text() == before


def test_an_outside_program_is_asked_only_if_named(folder, tmp_path):
    answer = {
        "tool": "lab 2",
        "suggestions": [{"kind": "cause", "paragraph": 1, "start": 0, "end": 5}],
    }
    script = tmp_path / "tool.py"
    script.write_text(f"print({json.dumps(answer)!r})")
    program = f"{sys.executable} '{script}'"
    tools = [w["tool"] for w in review(str(folder), extractor=program).data["waiting"]]
    assert tools.count("lab 2") == 1
    assert "lab 2" not in [w["tool"] for w in review(str(folder)).data["waiting"]]


def test_what_cannot_be_reviewed_is_told(folder):
    with pytest.raises(UsageError, match="ships with the program"):
        open_review("japan-russia")
    with pytest.raises(UnknownName, match="kind of suggestion"):
        open_review(str(folder), kinds=["actor"])
    with pytest.raises(UnknownName, match="suggestion"):
        review(str(folder), accept=["letter-event-9"])
    with pytest.raises(UsageError, match="in a folder"):
        open_review(str(folder / "case.yaml"))


@pytest.mark.slow
def test_killed_at_any_moment_the_case_opens_and_keeps_what_was_accepted(folder):
    waiting = [w["id"] for w in review(str(folder)).data["waiting"]]
    command = [sys.executable, "-m", "detente", "review", str(folder)]
    for seconds in (0.3, 0.45, 0.6, 0.75):
        accept = [part for id in waiting for part in ("--accept", id)]
        started = subprocess.Popen([*command, *accept], stdout=subprocess.DEVNULL)
        try:
            started.wait(seconds)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
        found = open_review(str(folder))
        assert not examine(folder).problems
        accepted = {k for k, d in found.journal.decisions().items() if d[-1].verdict == "accept"}
        assert not accepted

import json
import sys
import time

import pytest

from detente.documents import Document, split_paragraphs
from detente.errors import UsageError
from detente.evidence.part import When
from detente.suggest import outside
from detente.suggest.outside import ask_outside

TEXT = "Title\nJapan met Russia."
DOCUMENT = Document("d", "abc", TEXT, split_paragraphs(TEXT))
GOOD = {"kind": "event", "paragraph": 2, "start": 6, "end": 15, "type": "CONSULT", "actor": ["JPN"]}


def ask(tmp_path, code, **options):
    script = tmp_path / "tool.py"
    script.write_text(code)
    return ask_outside(f"{sys.executable} '{script}'", DOCUMENT, **options)


def answering(tmp_path, answer, **options):
    return ask(tmp_path, f"print({json.dumps(answer)!r})", **options)


def test_a_good_answer_becomes_suggestions_that_name_their_tool(tmp_path):
    (found,) = answering(tmp_path, {"tool": "lab 2", "suggestions": [GOOD | {"date": "2014"}]})
    assert (found.text, found.tool, found.reason) == (
        "Japan met",
        "lab 2",
        "by lab 2: no reason given",
    )
    assert found.date == When.parse("2014")


def test_the_program_gets_the_document(tmp_path):
    code = (
        "import json, sys; d = json.load(sys.stdin); p = d['paragraphs'][1]\n"
        "s = dict(kind='quotation', paragraph=p['number'], start=p['start'], end=p['end'],"
        " reason=d['name'] + d['sha256'] + str(d['date']))\n"
        "print(json.dumps({'tool': 't', 'suggestions': [s]}))"
    )
    (found,) = ask(tmp_path, code, date=When.parse("2014"))
    assert (found.reason, found.text) == ("by t: dabc2014", "Japan met Russia.")


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "judgement"}, {"kind": None}, {"paragraph": 3}, {"paragraph": 0},
        {"paragraph": True}, {"start": 2}, {"end": 99}, {"end": 6}, {"start": "6"},
        {"type": "HUG"}, {"actor": "JPN"}, {"actor": [1]}, {"date": "soon"}, {"date": 2014},
        {"modality": "perhaps"}, {"reason": 1},
    ],
)  # fmt: skip
def test_a_bad_suggestion_is_refused(tmp_path, change):
    with pytest.raises(UsageError, match="cannot be used"):
        answering(tmp_path, {"tool": "t", "suggestions": [GOOD, GOOD | change]})


@pytest.mark.parametrize(
    "answer",
    [[], {}, {"tool": "t"}, {"tool": "", "suggestions": []}, {"tool": "detente", "suggestions": []},
     {"tool": "t", "suggestions": 3}, {"tool": "t", "suggestions": ["x"]}],
)  # fmt: skip
def test_a_bad_answer_is_refused(tmp_path, answer):
    with pytest.raises(UsageError, match="cannot be used"):
        answering(tmp_path, answer)


def test_a_program_that_fails_or_hangs_is_told(tmp_path):
    with pytest.raises(UsageError, match="failed: found `exit code 3`"):
        ask(tmp_path, "raise SystemExit(3)")
    start = time.monotonic()
    with pytest.raises(UsageError, match="took too long"):
        ask(tmp_path, "import time; time.sleep(30)", seconds=0.5)
    assert time.monotonic() - start < 25


def test_a_flood_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(outside, "LARGEST", 1000)
    with pytest.raises(UsageError, match="more than"):
        ask(tmp_path, "print('x' * 2000)")


def test_no_shell_runs_the_command(tmp_path):
    with pytest.raises(UsageError, match="cannot be started"):
        ask_outside(f"no-such-program; touch {tmp_path}/made", DOCUMENT)
    assert not (tmp_path / "made").exists()
    with pytest.raises(UsageError, match="cannot be started"):
        ask_outside("", DOCUMENT)

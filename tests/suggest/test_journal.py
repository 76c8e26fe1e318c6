import pytest

from detente.errors import FileProblem
from detente.suggest.journal import Decision, Journal


def test_decisions_come_back_in_order(tmp_path):
    journal = Journal(tmp_path / "deep" / "review.jsonl")
    assert journal.decisions() == {}
    for verdict in ("later", "accept"):
        journal.add(Decision("s", "event-1", verdict, "é"))
    found = journal.decisions()[("s", "event-1")]
    assert [(d.verdict, d.text) for d in found] == [("later", "é"), ("accept", "é")]


@pytest.mark.parametrize("kept", range(0, 60, 7))
def test_a_line_cut_short_loses_nothing_before_or_after_it(tmp_path, kept):
    journal = Journal(tmp_path / "review.jsonl")
    journal.add(Decision("s", "one", "accept"))
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole + whole[:kept])
    journal.add(Decision("s", "two", "reject"))
    assert {key for _, key in journal.decisions()} == {"one", "two"}


def test_what_is_no_decision_is_passed_over(tmp_path):
    journal = Journal(tmp_path / "review.jsonl")
    line = '{"source": "s", "suggestion": "x", "verdict": "burn"}'
    journal.path.write_text(f'3\n[]\n{{"a": 1}}\n{line}\n')
    assert journal.decisions() == {}


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "f").write_text("")
    with pytest.raises(FileProblem, match="cannot note the decision"):
        Journal(tmp_path / "f" / "review.jsonl").add(Decision("s", "x", "accept"))

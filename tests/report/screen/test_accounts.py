"""What is printed of the accounts compared."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped

from detente.influence.accounts import compare_accounts, contrasts
from detente.report.screen import accounts as screen
from detente.report.screen.accounts import accounts_text, contrasts_text
from detente.report.screen.lines import WIDTH

CASE = open_shipped("japan-russia")
FOUND = contrasts(CASE, draws=50)


def test_a_push_is_a_table_of_nodes_by_sources() -> None:
    text = accounts_text(CASE, compare_accounts(CASE, {"RUCH": 1}, draws=50))
    lines = text.splitlines()
    head = next(line for line in lines if line.split() == ["000", "001", "002", "003", "004"])
    hard = next(line for line in lines if "[HARD]" in line)
    assert hard[head.index("003") :].split()[0] == "up"
    assert not any("[KOREX]" in line for line in lines)


def test_contradictions_agreements_and_what_is_contested() -> None:
    text = contrasts_text(CASE, FOUND)
    against = sum(c.contradicts for c in FOUND)
    assert f"{against} effects on which accounts contradict" in text
    parts = [text.index(t) for t in ("Contradictions:", "Agreements,", "Contested, by the case:")]
    assert parts == sorted(parts)
    assert "001 lowers it by M106 M62 M63" in text
    assert max(map(len, text.splitlines())) <= WIDTH


def test_long_lists_say_what_is_left_out(monkeypatch) -> None:
    monkeypatch.setattr(screen, "SHOWN", 3)
    text = contrasts_text(CASE, FOUND)
    assert f"… and {sum(c.contradicts for c in FOUND) - 3:,} more" in text

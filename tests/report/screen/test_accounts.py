"""What is printed of the accounts compared."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped

from detente.influence.accounts import compare_accounts, contrasts
from detente.influence.partings import partings
from detente.report.screen import accounts as screen
from detente.report.screen.accounts import accounts_text, contrasts_text
from detente.report.screen.lines import WIDTH

CASE = open_shipped("japan-russia")
FOUND = contrasts(CASE, draws=50)


def test_a_push_is_a_table_of_nodes_by_sources() -> None:
    text = accounts_text(compare_accounts(CASE, {"RUCH": 1}, draws=50))
    lines = text.splitlines()
    head = next(line for line in lines if line.split() == ["000", "001", "002", "003", "004"])
    hard = next(line for line in lines if "[HARD]" in line)
    assert hard[head.index("003") :].split()[0] == "up"
    assert not any("[KOREX]" in line for line in lines)


def test_contradictions_agreements_and_what_is_contested() -> None:
    text = contrasts_text(CASE, FOUND, partings(FOUND))
    against = sum(c.contradicts for c in FOUND)
    assert f"accounts contradict one another on {against} effects;" in text
    parts = [
        text.index(t) for t in ("Where the accounts part", "Agreements,", "Contested, by the case:")
    ]
    assert parts == sorted(parts)
    assert "raised by 000, 002: JEAG →+(M83) ASYM →+(M84) HARD" in text
    assert "lowered by 001: JEAG →+(M106) JECON →+(M62) TRUST →−(M63) HARD" in text
    assert text.count("     behind ") == sum(
        [(c.pushed, c.node) for c in p.contrasts] != [(p.cause, p.effect)] for p in partings(FOUND)
    )
    assert text.count("     behind ") < len(partings(FOUND))
    most = max(len(p.contrasts) for p in partings(FOUND))
    assert f"the widest, JEAG on HARD, is behind {most} of them." in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= WIDTH


def test_long_lists_say_what_is_left_out(monkeypatch) -> None:
    monkeypatch.setattr(screen, "SHOWN", 3)
    text = contrasts_text(CASE, FOUND, partings(FOUND))
    assert f"… and {len(partings(FOUND)) - 3:,} more" in text

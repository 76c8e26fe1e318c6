"""Lines of text."""

from detente.case import open_case
from detente.report.screen.lines import WIDTH, by_actor, plural, rows, wrap
from detente.stability import build_graph


def test_wrap_never_runs_over():
    text = wrap("word " * 60, "- ", "  ")
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.splitlines()[1].startswith("  word")


def test_plural():
    assert plural(0, "state") == "0 states"
    assert plural(1, "change") == "1 change"


def test_rows_line_up_and_an_empty_table_is_empty():
    assert rows([["a", "bb"], ["ccc", "d"]]) == "a    bb\nccc  d"
    assert rows([]) == ""


def test_a_state_by_party():
    case = open_case("japan-russia")
    graph = build_graph(case, "1956")
    text = by_actor(case, graph, graph.status_quo)
    assert "Japan: nothing" in text
    assert "[us.pressure]" in text

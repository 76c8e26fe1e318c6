"""What `show` prints of a model in graph form."""

from pathlib import Path

from tests.casebook.shipped import open_shipped

from detente.case import read_case
from detente.report.screen.graph_model import graph_model_text
from detente.report.screen.lines import WIDTH

TEXT = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?, as_of: 1990}
actors: {north: {name: North}, south: {name: South}}
models:
  g:
    title: A ford
    as_of: 1989
    note: Made up.
    states: {s1: Nobody builds, s2: , s3: A road, s4: }
    moves: {north: [s1 -> s2, s2 <-> s3], south: []}
    ranking: {north: [s2, [s1, s3, s4]], south: [s1, s2, s3, s4]}
    status_quo: s2
"""


def test_states_moves_and_rankings(tmp_path: Path):
    (tmp_path / "case.yaml").write_text(TEXT)
    assert graph_model_text(read_case(tmp_path), "g").splitlines() == [
        "g: A ford (as of 1989)",
        "Made up.",
        "",
        "States (* today)",
        "    s1: Nobody builds",
        "  * s2",
        "    s3: A road",
        "    s4",
        "",
        "Moves",
        "  North: s1 -> s2, s2 <-> s3",
        "  South: none",
        "",
        "Rankings, best first; = between states that are alike",
        "  North: s2 > s1 = s3 = s4",
        "  South: s1 > s2 > s3 > s4",
        "",
        "No move enters or leaves s4.",
    ]


def test_no_move_is_broken_between_two_lines():
    lines = graph_model_text(open_shipped("elmira-1991"), "literature").splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert not [line for line in lines if line.endswith("->") or line.strip().startswith("->")]
    assert not any("enters or leaves" in line for line in lines)

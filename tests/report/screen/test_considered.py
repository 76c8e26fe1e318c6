"""What is said of a move under a concept that is no threshold."""

from detente.case import open_case
from detente.report.screen.considered import considered, nothing_better
from detente.report.screen.lines import WIDTH
from detente.report.screen.stability import explain_text, stability_text
from detente.stability import CONCEPTS, build_graph, concept_named
from detente.stability.analysis import Analysis
from detente.stability.findings import Answer
from detente.stability.graph import State

TO, END, OTHER = State(1, ("a.x",)), State(2, ("b.y",)), State(3, ("a.x", "b.y"))


def said(concept, answer):
    return considered(concept_named(concept), answer, lambda s: f"going to {s}", str)


def test_what_may_come_of_it_and_so_what():
    assert said("lh:2", Answer(TO, (), (END,), held=True)) == (
        "It could move by going to {a.x}. That may come to {b.y}. So it does not."
    )
    assert said("lh:2", Answer(TO, (), (END, OTHER), held=False)) == (
        "It could move by going to {a.x}. That may come to {b.y} or {a.x, b.y}. So it does."
    )


def test_without_an_end():
    assert said("sim", Answer(TO, ())).endswith("Nothing answers this.")
    assert said("mr:4", Answer(TO, (), held=True)).endswith("{a.x}. So it does not.")


def test_help():
    assert said("berge", Answer(TO, ())) == "The others could help it by going to {a.x}."
    assert nothing_better(CONCEPTS["berge"]) == "The others could do nothing for it."
    assert nothing_better(CONCEPTS["nash"]) == "No better state lies within its own reach."


def test_verdicts_in_words():
    case = open_case("chicken")
    analysis = Analysis(build_graph(case, "main"))
    both = analysis.graph.find(["row.swerve", "column.swerve"])
    told = [
        analysis.verdict(name, "row", both) for name in ("lh:2", "sim", "berge", "row=seq,nash")
    ]
    text = " ".join(explain_text(case, analysis, both, told).split())
    assert "Row, Limited-move stability, 2 moves: NOT stable It could move by giving up" in text
    assert "That may come to giving up “Row gives way”. So it does." in text
    assert "Row, Simultaneous stability: stable" in text
    assert "Row, Berge stability: stable The others could do nothing for it." in text
    assert "Row, Sequential stability: NOT stable It would gain by giving up" in text


def test_equilibria_under_names_of_every_kind():
    case = open_case("chicken")
    names = ["lh:3", "stackelberg:row", "row=nash,column=seq", "nash"]
    text = stability_text(case, [Analysis(build_graph(case, "main"))], names)
    flat = " ".join(text.split())
    assert "Limited-move stability, 3 moves: 1 equilibrium" in flat
    assert "Stackelberg stability, led by row: 1 equilibrium" in flat
    assert "Nash stability for row, Sequential stability for column: 2 equilibria" in flat
    assert "Also holds under stackelberg:row, row=nash,column=seq, nash" in flat
    assert max(map(len, text.splitlines())) <= WIDTH

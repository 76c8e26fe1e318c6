"""`stability` and `explain` of a model in graph form, and what other verbs say of one."""

from pathlib import Path

import pytest

from detente.errors import UnknownName, UsageError
from detente.stability import Settings
from detente.workflow.analyse import explain, stability, unlock
from detente.workflow.ask import answers
from detente.workflow.assess import assess
from detente.workflow.cases import check, fmt, show
from detente.workflow.listing import listing
from detente.workflow.symbolic import symbolic_stability

ELMIRA = "elmira-1991"
HEAD = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {north: {name: North}, south: {name: South}}
"""
GRAPH = """states: [s1, s2]
moves: {north: [s1 -> s2], south: [s2 -> s1]}
ranking: {north: [s2, s1], south: [[s1, s2]]}
status_quo: s1
"""
OPTIONS = """options:
  north.pay: {label: Pay, levels: [none, half, full], steps: adjacent}
  south.open: {label: Open}
preferences: {north: [south.open, north.pay.none], south: [north.pay.full, not south.open]}
"""


@pytest.fixture
def only_graph(tmp_path: Path) -> str:
    (tmp_path / "case.yaml").write_text(HEAD + GRAPH)
    return str(tmp_path)


@pytest.fixture
def stepwise(tmp_path: Path) -> str:
    (tmp_path / "case.yaml").write_text(HEAD + OPTIONS)
    return str(tmp_path)


def test_stability_of_both_forms_side_by_side():
    found = stability(ELMIRA)
    first, second = found.data["models"]
    assert (first["model"], second["model"], second["form"]) == ("main", "literature", "graph")
    assert second["equilibria"]["nash"] == second["equilibria"]["seq"] == ["s5", "s8", "s9"]
    assert second["equilibria"]["gmr"] == ["s1", "s4", "s5", "s8", "s9"]
    assert second["reachable"]["gmr"] == ["s1", "s5"]
    assert second["paths"]["nash"] == [{"to": "s5", "moves": [{"actor": "lg", "to": "s5"}]}]
    assert second["status_quo"] == "s1"
    assert [s["id"] for s in second["states"]] == [f"s{k}" for k in range(1, 10)]
    assert second["states"][8]["label"] == "Uniroyal abandons the plant"
    assert second["decision_makers"] == ["moe", "uniroyal", "lg"]
    assert found.text.index("main: Elmira") < found.text.index("literature: The nine states")


def test_stability_with_a_coalition_and_one_concept():
    found = stability(ELMIRA, ["LITERATURE"], concepts=["seq"], coalitions=[["moe", "uniroyal"]])
    (model,) = found.data["models"]
    assert list(model["equilibria"]) == ["seq"]
    (coalition,) = model["coalitions"]
    assert coalition["jumps"] == [{"from": "s5", "to": "s8"}]
    assert (coalition["state"], coalition["improvements"]) == ("s1", [])


def test_explain_names_states_by_id():
    found = explain(ELMIRA, "literature", ["s1"], ["lg"], ["gmr"])
    assert (found.data["form"], found.data["state"], found.data["is_status_quo"]) == (
        "graph",
        "s1",
        True,
    )
    (verdict,) = found.data["verdicts"]
    assert verdict["stable"]
    (improvement,) = verdict["improvements"]
    assert improvement["to"] == "s5"
    assert improvement["sanction"] == [{"actor": "moe", "to": "s6"}]
    with pytest.raises(UnknownName, match="unknown state"):
        explain(ELMIRA, "literature", ["s77"])


def test_a_case_of_one_model_in_graph_form(only_graph: str):
    assert explain(only_graph, "").data["state"] == "s1"
    assert stability(only_graph).data["models"][0]["equilibria"]["nash"] == ["s2"]
    assert "No problems: 1 model" in check(only_graph).text
    assert fmt(only_graph, only_check=True).data["changed"] == []
    assert show(only_graph).data["models"][0]["states"] == ["s1", "s2"]
    assert "States (* today)" in show(only_graph, "MAIN").text
    assert answers(only_graph).data["answers"] == []
    for refused in (
        lambda: unlock(only_graph, "", "s1"),
        lambda: symbolic_stability(only_graph),
        lambda: assess(only_graph, Path(only_graph) / "report.html"),
    ):
        with pytest.raises(UsageError, match="this model is in graph form, for it has states"):
            refused()
    assert not (Path(only_graph) / "report.html").exists()


def test_levels_one_step_at_a_time_are_read_in_graph_form(stepwise: str):
    (model,) = stability(stepwise, settings=Settings(fix={"south.open": False})).data["models"]
    assert (model["form"], len(model["states"])) == ("graph", 3)
    found = explain(stepwise, "", ["north.pay.full"], ["north"], ["nash"])
    assert found.data["state"] == "{north.pay.full}"
    (verdict,) = found.data["verdicts"]
    assert verdict["stable"], "nothing better is one step away"
    (half,) = explain(stepwise, "", ["north.pay.half"], ["north"], ["nash"]).data["verdicts"]
    assert [(i["to"], i["deterred"]) for i in half["improvements"]] == [("{}", False)]
    for refused in (
        lambda: unlock(stepwise, "main", "south.open"),
        lambda: symbolic_stability(stepwise, ["main"]),
    ):
        with pytest.raises(UsageError, match=r"levels of `north\.pay` are not all one move apart"):
            refused()


def test_a_model_that_merges_is_left_to_stability_and_explain(tmp_path: Path):
    models = OPTIONS.replace(", steps: adjacent", "").partition("preferences")[0] + (
        "models:\n"
        "  z: {options: [south.open], preferences: {south: [south.open]}, as_of: 1990}\n"
        "  m:\n    options: [north.pay, south.open]\n    as_of: 1999\n    merge: [south.open]\n"
        "    preferences: {north: [south.open], south: [not south.open]}\n"
    )
    (tmp_path / "case.yaml").write_text(HEAD + models)
    case = str(tmp_path)
    assert explain(case, "").data["model"] == "m"
    assert [m["model"] for m in stability(case).data["models"]] == ["z", "m"]
    assert unlock(case, "", "south.open").data["model"] == "z"
    assert [m["model"] for m in symbolic_stability(case).data["models"]] == ["z"]
    found = assess(case, tmp_path / "report.md")
    assert (found.data["not_assessed"], len(found.data["models"])) == (["m"], 1)
    with pytest.raises(UsageError, match="in graph form, for it merges states"):
        unlock(case, "m", "south.open")
    assert "States that count as one\n  those where south.open" in show(case, "m").text


def test_what_a_model_without_options_cannot_be_asked():
    with pytest.raises(UsageError, match="has no readings, options or facts to set"):
        stability(ELMIRA, ["literature"], Settings(fix={"lg.insist": True}))
    with pytest.raises(UnknownName, match="what-if of model literature"):
        stability(ELMIRA, ["literature"], what_if="x")
    with pytest.raises(UsageError, match="in graph form"):
        unlock(ELMIRA, "literature", "s1")


def test_assess_says_which_models_it_leaves_out(tmp_path: Path):
    found = assess(ELMIRA, tmp_path / "report.md")
    assert found.data["not_assessed"] == ["literature"]
    assert [m["model"] for m in found.data["models"]] == ["main"]
    assert "Models in graph form, not in the report: literature." in found.text
    assert "models in graph form: literature" in (tmp_path / "report.md").read_text()
    with pytest.raises(UsageError, match="in graph form"):
        assess(ELMIRA, tmp_path / "other.md", ["literature"])
    whole = assess("chicken", tmp_path / "chicken.md")
    assert whole.data["not_assessed"] == []
    assert "graph form" not in whole.text + (tmp_path / "chicken.md").read_text()


def test_both_forms_are_listed_and_shown():
    assert "elmira-1991 literature" in listing("models").text
    assert "9 states in graph form; Ministry" in show(ELMIRA).text
    with pytest.raises(UnknownName, match="unknown model"):
        show(ELMIRA, "litt")

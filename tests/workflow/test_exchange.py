"""`convert` and `export`, and `.gmcr` files given to other verbs."""

import json

import pytest
from tests.case.gmcr.saved import FORD, said

from detente.case import read_case
from detente.errors import FileProblem, InvalidCase, UnknownName, UsageError
from detente.stability import Settings
from detente.workflow.analyse import stability
from detente.workflow.cases import check, fmt
from detente.workflow.exchange import convert, export


@pytest.fixture
def ford(tmp_path):
    path = tmp_path / "Ford.gmcr"
    path.write_text(said(FORD), encoding="utf-8")
    return path


def test_a_file_becomes_a_case_file(ford, tmp_path):
    found = convert(ford, tmp_path / "ford.yaml")
    assert found.written == (tmp_path / "ford.yaml",)
    assert found.text.startswith(f"Written: {tmp_path / 'ford.yaml'}\nRead from a file of GMCR+.")
    case = read_case(tmp_path / "ford.yaml")
    assert (case.case.id, case.case.title) == ("ford", "Ford")
    assert (
        stability(str(tmp_path / "ford.yaml")).data["models"]
        == (stability(str(ford)).data["models"])
    )


def test_without_a_target_the_text_is_printed(ford):
    found = convert(ford)
    assert found.written == ()
    assert found.text.splitlines()[0] == "format: dispute-case/1"
    assert found.data["text"].rstrip() == found.text


def test_what_is_not_converted(ford, tmp_path):
    (tmp_path / "there.yaml").write_text("mine")
    with pytest.raises(FileProblem, match="there is a file already"):
        convert(ford, tmp_path / "there.yaml")
    assert (tmp_path / "there.yaml").read_text() == "mine"
    with pytest.raises(UsageError, match=r"expected a \.gmcr file"):
        convert(tmp_path / "there.yaml")
    with pytest.raises(FileProblem, match="cannot be read"):
        convert(tmp_path / "nowhere.gmcr")
    for text in ("{}", "", "\x00"):
        ford.write_text(text)
        with pytest.raises(InvalidCase, match=r"Ford\.gmcr"):
            convert(ford)
        assert check(str(ford)).code == 2


def test_other_verbs_read_the_file_and_fmt_leaves_it_alone(ford):
    assert check(str(ford)).code == 0
    before = ford.read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="detente convert"):
        fmt(str(ford))
    assert ford.read_text(encoding="utf-8") == before


def test_export_adds_the_endings(tmp_path):
    for name in ("pd", "pd.nfg"):
        found = export("prisoners-dilemma", tmp_path / name, "nfg")
        assert found.written == (tmp_path / "pd.nfg",)
    found = export("elmira-1991", tmp_path / "e.1", "storm", "literature")
    assert [p.name for p in found.written][:2] == ["e.1.lab", "e.1.moves.tra"]
    assert all(p.exists() for p in found.written)
    assert export("elmira-1991", tmp_path / "e.1.moves.tra", "storm").written[0].name == "e.1.lab"


def test_what_export_says(tmp_path):
    found = export("elmira-1991", tmp_path / "e", "nfg", force=True)
    assert found.data["model"] == "main"
    assert found.data["format"] == "nfg"
    assert found.data["written"] == [str(tmp_path / "e.nfg")]
    assert len(found.data["warnings"]) == 2
    assert found.text.splitlines()[1].startswith("Warning: 20 infeasible states")
    assert "Payoffs are ranks" in found.text


def test_what_export_refuses(tmp_path):
    with pytest.raises(UnknownName, match="unknown export format"):
        export("chicken", tmp_path / "x", "nfgs")
    with pytest.raises(UsageError, match="strategic form"):
        export("elmira-1991", tmp_path / "x", "nfg")
    with pytest.raises(UsageError, match="graph form"):
        export("elmira-1991", tmp_path / "x", "gmcr", "literature")
    with pytest.raises(UnknownName):
        export("chicken", tmp_path / "x", "nfg", settings=Settings(fix={"row.x": True}))
    assert not list(tmp_path.iterdir())


def test_a_model_in_graph_form_is_taken_where_the_format_takes_such(tmp_path):
    text = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {north: {name: North}, south: {name: South}}
states: [s1, s2]
moves: {north: [s1 -> s2], south: [s2 -> s1]}
ranking: {north: [s2, s1], south: [[s1, s2]]}
status_quo: s1
"""
    (tmp_path / "case.yaml").write_text(text)
    found = export(str(tmp_path), tmp_path / "ford", "storm")
    assert found.written[1].read_text() == "mdp\n0 0 1 1\n1 0 0 1\n"
    with pytest.raises(UsageError, match="graph form"):
        export(str(tmp_path), tmp_path / "ford", "nfg")


def test_the_latest_model_and_settings_are_taken(tmp_path):
    found = export("japan-russia", tmp_path / "jr", "gmcr")
    dated = export("japan-russia", tmp_path / "jr", "gmcr", found.data["model"])
    assert found.data == dated.data
    case_model = "2016-12"
    plain = export("japan-russia", tmp_path / "a", "gmcr", case_model)
    held = export(
        "japan-russia", tmp_path / "b", "gmcr", case_model, Settings(fix={"us.reset": True})
    )
    first, second = (json.loads(f.written[0].read_text()) for f in (plain, held))
    assert len(second["infeasibles"]) == len(first["infeasibles"]) + 1
    tried = export("japan-russia", tmp_path / "c", "gmcr", case_model, what_if="us_resets")
    assert json.loads(tried.written[0].read_text()) != first
    with pytest.raises(UnknownName, match="what-if"):
        export("japan-russia", tmp_path / "d", "gmcr", case_model, what_if="nonsense")

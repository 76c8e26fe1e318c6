"""`detente new`: a case that is complete from the first minute, and never overwrites one."""

import json


def test_a_new_case_has_no_problem_and_can_be_analysed(detente, tmp_path):
    code, out, _ = detente("new", tmp_path / "ford", "--title", "The ford: who builds?")
    assert code == 0
    assert "case.yaml" in out
    assert detente("check", tmp_path / "ford")[0] == 0
    assert detente("stability", tmp_path / "ford")[0] == 0
    assert "The ford: who builds?" in detente("show", tmp_path / "ford")[1]


def test_nothing_is_overwritten(detente, tmp_path):
    (tmp_path / "case.yaml").write_text("mine")
    code, _, err = detente("new", tmp_path)
    assert code == 3
    assert "there is a case already" in err
    assert (tmp_path / "case.yaml").read_text() == "mine"


def test_the_schema_alone_for_a_case_that_exists(detente, tmp_path):
    (tmp_path / "case.yaml").write_text("mine")
    code, _, _ = detente("new", tmp_path, "--schema")
    assert code == 0
    schema = json.loads((tmp_path / "case.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"].endswith("2020-12/schema")
    assert (tmp_path / "case.yaml").read_text() == "mine"

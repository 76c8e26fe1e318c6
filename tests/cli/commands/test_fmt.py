"""`detente fmt`: idempotent, keeps comments, changes no value, writes whole or not at all."""

CASE = """# mine
format:   dispute-case/1
case: {id: a,   title: A, question: Why}   # about
actors: {a: {name: A}}
options: {a.go: {label: Go}}
preferences:
     a: [ a.go ]
"""


def test_formatting_twice_changes_nothing_more(detente, as_json, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(CASE)
    assert detente("fmt", tmp_path, "--check")[0] == 1
    assert file.read_text() == CASE
    assert detente("fmt", tmp_path)[0] == 0
    once = file.read_text()
    assert once != CASE
    assert "# mine" in once
    assert "# about" in once
    assert as_json("fmt", tmp_path)[1] == {"changed": []}
    assert file.read_text() == once
    assert detente("check", tmp_path)[0] == 0


def test_a_file_that_is_no_yaml_is_left_alone(detente, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("a: [1\nb: }")
    code, _, err = detente("fmt", tmp_path)
    assert code == 2
    assert "case.yaml" in err
    assert file.read_text() == "a: [1\nb: }"

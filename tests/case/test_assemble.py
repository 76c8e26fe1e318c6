"""A folder becomes one tree: which files count, what is read of them, what stands twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case.assemble import MODEL_SECTIONS, SECTIONS, assemble
from detente.case.places import Places
from detente.errors import FileProblem

MODEL = "options: [north.build]\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def said(folder: Path) -> list[str]:
    return sorted(f"{p.file}:{p.line}: {p.message}" for p in assemble(folder).problems)


def test_sections_and_models_come_from_their_own_files(tmp_path: Path) -> None:
    files = {
        "case.yaml": "format: x\n",
        "timeline.yaml": "- {date: 2018}\n",
        "rules.yaml": "[north.build]\n",
        "models.yaml": "a: {title: A}\n",
        "models/b.yaml": "title: B\n",
    }
    found = Places(assemble(write(tmp_path, files)).root).plain
    assert found == {
        "format": "x",
        "timeline": [{"date": "2018"}],
        "models": {"a": {"title": "A"}, "b": {"title": "B"}},
        "rules": ["north.build"],
    }


def test_a_problem_names_the_file_it_stands_in(tmp_path: Path) -> None:
    files = {"case.yaml": "format: x\n", "models/b.yaml": "a: &x b\n", "sources.yaml": "a: 'b"}
    assert said(write(tmp_path, files)) == [
        "models/b.yaml:1: anchor `&x`",
        "sources.yaml:1: the quotation mark `'` is never closed",
    ]


def test_what_could_not_be_read_is_known(tmp_path: Path) -> None:
    files = {
        "case.yaml": "a: b: c",
        "models/b.yaml": "[",
        "sources.yaml": "a: 'b",
        "run.yaml": "{}",
    }
    assert assemble(write(tmp_path, files)).unread == {"case", "models/b", "sources"}


@pytest.mark.parametrize("text", ["- a", "some words", "# only this"])
def test_a_case_file_is_a_map(text: str, tmp_path: Path) -> None:
    found = assemble(write(tmp_path, {"case.yaml": text}))
    assert found.root.entries == []
    assert found.unread == {"case"}
    assert len(found.problems) == 1


def test_a_section_in_two_places_is_said_once_and_joined(tmp_path: Path) -> None:
    files = {"case.yaml": "timeline: [a]\nmodels: {m: {title: A}}\n"}
    files |= {"timeline.yaml": "[b]\n", "models/m.yaml": "note: B\n"}
    found = assemble(write(tmp_path, files))
    assert said(tmp_path) == [
        "models/m.yaml:1: `m` stands in case.yaml, line 2 too",
        "timeline.yaml:1: `timeline` stands in case.yaml, line 1 too",
    ]
    plain = Places(found.root).plain
    assert plain == {"timeline": ["a", "b"], "models": {"m": {"title": "A", "note": "B"}}}


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("timelines.yaml", "timeline.yaml"),
        ("timeline.yml", "timeline.yaml"),
        ("Sources.yaml", "sources.yaml"),
        ("models/m.yml", "m.yaml"),
    ],
)
def test_a_file_that_seems_meant_is_not_passed_over_in_silence(
    name: str, better: str, tmp_path: Path
) -> None:
    (problem,) = assemble(write(tmp_path, {"case.yaml": "a: b", name: "{}"})).problems
    assert problem.file == name
    assert "this file is not read" in problem.message
    assert f"name it `{better}`" in problem.hint


@pytest.mark.parametrize("name", ["notes.yaml", "docker-compose.yml", "old/timeline.yaml", "a.md"])
def test_other_files_are_left_alone(name: str, tmp_path: Path) -> None:
    assert assemble(write(tmp_path, {"case.yaml": "a: b", name: "{"})).problems == []


def test_the_case_file_stands_for_its_folder_and_another_file_for_itself(tmp_path: Path) -> None:
    files = {"case.yaml": "a: b", "other.yaml": "c: d", "sources.yaml": "r: {}"}
    folder = write(tmp_path, files)
    assert assemble(folder / "case.yaml").root.names() == ["a", "sources"]
    assert assemble(folder / "other.yaml").root.names() == ["c"]


def test_the_digest_changes_with_every_file_that_counts(tmp_path: Path) -> None:
    folder = write(tmp_path, {"case.yaml": "a: b", "sources.yaml": "r: {}"})
    seen = {assemble(folder).digest}
    for name, text in [
        ("case.yaml", "a: c"),
        ("sources.yaml", "r: { }"),
        ("models/m.yaml", MODEL),
        ("models/m.yaml", f"{MODEL} "),
    ]:
        seen.add(assemble(write(tmp_path, {name: text})).digest)
    assert len(seen) == 5
    before = assemble(folder).digest
    write(tmp_path, {"notes.md": "x"})
    assert assemble(folder).digest == before


def test_sections_are_those_of_the_classes() -> None:
    assert {"format", "case", "actors", "models", "timeline", "run"} <= set(SECTIONS)
    assert "digest" not in SECTIONS
    assert {"rules", "preferences", "what_if", "published"} <= set(MODEL_SECTIONS)
    assert not set(SECTIONS) & set(MODEL_SECTIONS)


def test_a_model_alone_is_no_case(tmp_path: Path) -> None:
    write(tmp_path, {"case.yaml": "a: b", "models/m.yaml": MODEL})
    with pytest.raises(FileProblem, match=r"this is one model of a case: give the folder"):
        assemble(tmp_path / "models" / "m.yaml")

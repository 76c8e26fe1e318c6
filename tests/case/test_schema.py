"""The schemas: valid themselves, open to every shipped file, closed to what the reader refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from detente.case import examine
from detente.case.formatter import format_text
from detente.case.schema import case_schema, model_schema, section_schema
from detente.case.template import new_case_text
from detente.casebook import shipped_cases
from detente.errors import UnknownName

SHIPPED = [f for folder in shipped_cases().values() for f in sorted(folder.rglob("*.yaml"))]
BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
EXAMPLE = Path(__file__).parents[2].parent / "shared" / "design" / "example-case.yaml"


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2, with numbers and dates made of plain words, as JSON."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def errors(schema: dict[str, Any], text: str) -> list[str]:
    found = Draft202012Validator(schema).iter_errors(as_an_editor_reads(text))
    return [f"{list(e.absolute_path)}: {e.message}" for e in found]


def schema_of(path: Path) -> dict[str, Any]:
    if path.name == "case.yaml":
        return case_schema()
    return model_schema() if path.parent.name == "models" else section_schema(path.stem)


@pytest.mark.parametrize("make", [case_schema, model_schema, lambda: section_schema("sources")])
def test_a_schema_is_a_schema(make: Any) -> None:
    Draft202012Validator.check_schema(make())
    assert make()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_shipped_file_passes(path: Path) -> None:
    assert errors(schema_of(path), path.read_text(encoding="utf-8")) == []


def test_the_starter_and_the_example_pass() -> None:
    assert errors(case_schema(), new_case_text("ford", "The ford")) == []
    if EXAMPLE.exists():
        assert errors(case_schema(), EXAMPLE.read_text(encoding="utf-8")) == []


STRUCTURAL = (
    "type-",
    "key-unknown",
    "key-unquoted",
    "role-",
    "reversible-",
    "grades-",
    "estimate-",
)


@pytest.mark.parametrize(
    "path", [p for p in BROKEN if p.stem.startswith(STRUCTURAL)], ids=lambda p: p.stem
)
def test_structural_mistakes_fail(path: Path) -> None:
    assert errors(case_schema(), path.read_text(encoding="utf-8"))


def test_the_schema_refuses_a_good_part_of_all_broken_files() -> None:
    schema, refused = case_schema(), 0
    for path in BROKEN:
        try:
            refused += bool(errors(schema, path.read_text(encoding="utf-8")))
        except (YAMLError, ValueError, TypeError):
            refused += 1  # what no editor can read either
    assert refused / len(BROKEN) > 0.6


@pytest.mark.parametrize(
    "text",
    [
        "rules: [a.x only if b.y, {require: a.x, because: [000¶1, 1956]}]",
        "context: {e.x: no, e.y: yes, e.z: true, e.w: {value: no, label: W}}",
        "propositions: {p: a.x, q: {when: p}}",
        "outcomes: {p: true}",
        "preferences: {a: [a.x, {want: not a.x, unsure: yes}], b: {readings: {r: [a.x]}}}",
        "preferences: {a: {readings: {r: {weight: 40..60, order: [a.x]}}}}",
        "preferences: {a: {weights: {a.x: 3, b.y: -0.5}, strong: 2, threshold: 0.4}}",
        "preferences: {a: {readings: {r: {ranking: [a.x, [b.y, not a.x], true]}}, threshold: 1}}",
        "preferences: {a: {order: [a.x], label: A, because: [e1]}}",
        "attitudes: {a: {b: devoted, a: indifferent}}",
        "perceptions: {a: {readings: {b: r}, unaware: [b.y], perceptions: {b: {}}, because: [e1]}}",
        "options: {a.x: {label: 1956, reversible: no}}",
        "status_quo: {a.x: yes, a.y: false}",
        "timeline: [{date: 2018, title: x}, {date: 2018-05-25, title: y}, {date: 2018~, title: z}]",
        "sources: {'000': {title: x, DOI: 10.1/x, issued: {date-parts: [[2018]]}, furniture: [3]}}",
        "influence: {a: 30, b: 30..40, c: unlikely, d: {low: 1, best: 2, high: 3}}",
        "what_if: {w: {set: {a.x: no}, preferences.a: {move: a.x, to: top}}}",
        "models: {m: {options: [a.x], preferences: {a: [a.x]}}}",
        "models: {m: {options: {a.x: , a.y: {label: Y}}, preferences: {a: [a.x]}}}",
        "quantities: {n1: {what: x, value: 9, period: 2007..2017}}",
    ],
)
def test_short_forms_and_typed_scalars_pass(text: str) -> None:
    head = "format: dispute-case/1\ncase: {id: x, title: 1956, question: x, as_of: 2018-05-25}\n"
    assert errors(case_schema(), f"{head}{text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "rules: [{require: a.x, lable: X}]",
        "timeline: [{date: 2018-5, title: x}]",
        "timeline: [{date: 18, title: x}]",
        "what_if: {w: {sett: {a.x: no}}}",
        "sources: {r: {title: x, zebra: y}}",
        "sources: {r: {title: x, reliability: b}}",
        "evidence: {e: {claim: x, source: r, credibility: 7}}",
        "influence: {a: 30-40}",
        "preferences: {a: []}",
        "preferences: {a: {weights: {a.x: many}}}",
        "preferences: {a: {weights: {a.x: 1}, ranking: [a.x]}}",
        "preferences: {a: {strong: 2}}",
        "preferences: {a: {readings: {r: {label: R}}}}",
        "preferences: {a: {order: [a.x], readings: {r: [a.x]}}}",
        "attitudes: {a: {b: fond}}",
        "perceptions: {a: {readings: [b]}}",
        "outcomes: {p: {when: a.x, because: [{at: 000¶1, id: e1}]}}",
        "models: {m: {options: [a.x, a.x], preferences: {a: [a.x]}}}",
        "digest: x",
    ],
)
def test_what_the_reader_refuses_for_its_shape_fails(text: str) -> None:
    head = "format: dispute-case/1\ncase: {id: x, title: x, question: x}\n"
    assert errors(case_schema(), head) == []
    assert errors(case_schema(), f"{head}{text}")


def test_an_unknown_section_has_no_schema() -> None:
    with pytest.raises(UnknownName, match="unknown section: found `timelines`; did you mean"):
        section_schema("timelines")


PAGE = Path(__file__).parents[2] / "docs" / "reference" / "case-format.md"


def test_the_reference_page_names_every_key_of_the_format() -> None:
    page = PAGE.read_text(encoding="utf-8")
    definitions = [case_schema(), *(d for d in case_schema()["$defs"].values())]
    keys = {
        key
        for definition in definitions
        for shape in (definition, *definition.get("anyOf", ()))
        if "title" not in definition.get("required", ()) or "DOI" not in shape.get("properties", ())
        for key in shape.get("properties", ())
    }
    assert not {key for key in keys if f"`{key}`" not in page and f"{key}:" not in page}


def examples() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_of_the_reference_page_are_valid(tmp_path: Path) -> None:
    whole, *sections, model, timeline = examples()
    (tmp_path / "case.yaml").write_text(whole, encoding="utf-8")
    assert examine(tmp_path).problems == ()
    shared = whole.partition("rules:")[0]
    extra = "  jp: {name: Japan}\n  ru: {name: Russia}\noptions:"
    shared = shared.replace("options:", extra) + "evidence: {e1: {claim: x, source: report}}\n"
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "2018.yaml").write_text(model, encoding="utf-8")
    (tmp_path / "case.yaml").write_text(f"{shared}{timeline}", encoding="utf-8")
    assert examine(tmp_path).problems == ()
    for section in sections:
        assert errors(case_schema(), f"{whole}{section}") == []
    assert errors(model_schema(), model) == []
    assert errors(case_schema(), whole) == []
    assert all(format_text(text, "x") == text for text in examples())

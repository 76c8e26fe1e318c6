"""Reports that tests look at, made once a process: of shipped cases, and of a small hostile one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from detente.case import Case, open_case, read_case
from detente.forecast.answers import answer_questions
from detente.judgement import answer_inquiries
from detente.judgement.key import key_judgements
from detente.judgement.outlook import outlooks
from detente.report.blocks import Block, Report, Section, blocks_of
from detente.report.inlines import plain
from detente.report.material import Material
from detente.report.outline import outline
from detente.stability import CLASSICAL
from detente.stability.assessment import ModelAssessment, assess_model

__all__ = [
    "CASES",
    "HOSTILE",
    "aimed",
    "assessed",
    "hostile",
    "material_of",
    "report_of",
    "rows_of",
    "section_of",
    "small",
    "texts_in",
]

CASES = ("japan-russia", "cuba-1962", "elmira-1991", "prisoners-dilemma", "chicken")
HOSTILE = '<script>alert(\'x\')</script> "quoted" & <img src=x onerror="y"> ]]> --> `code` *b* |'


@cache
def assessed(name: str) -> tuple[Case, tuple[ModelAssessment, ...]]:
    """A shipped case with all its models assessed."""
    case = open_case(name)
    return case, assess(case)


def assess(case: Case) -> tuple[ModelAssessment, ...]:
    return tuple(assess_model(case, id, list(CLASSICAL.values())) for id in case.models)


@cache
def material_of(name: str) -> Material:
    """What the report of a shipped case is written from."""
    case, models = assessed(name)
    asked = case.questions and case.calendar.models
    found = outlooks(case, answer_questions(case, runs=40)) if asked else ()
    judgements, answers = key_judgements(case, models), answer_inquiries(case)
    return Material(case, models, judgements, answers, outlooks=found)


@cache
def report_of(name: str) -> Report:
    """The report of a shipped case."""
    m = material_of(name)
    return outline(m.case, m.models, m.judgements, m.answers, outlooks=m.outlooks)


def aimed(name: str, aim: str) -> Material:
    """The material of a case with one model, asked about one of its outcomes."""
    case, models = assessed(name)
    model = models[0].model.model_copy(update={"aim": aim})
    asked = (replace(models[0], model=model),)
    return Material(case, asked, key_judgements(case, asked))


def small(**sections: object) -> Case:
    """A small case; sections are added or replace those that it has."""
    data: dict[str, object] = {
        "format": "dispute-case/1",
        "case": {
            "id": "ford",
            "title": "The ford",
            "question": "Will it open?",
            "as_of": "2018-05",
        },
        "actors": {"north": {"name": "North"}, "south": {"name": "South"}},
        "options": {"north.build": {"label": "Build a bridge"}, "south.open": {"label": "Open up"}},
        "outcomes": {"deal": {"label": "A bridge in use", "when": "north.build and south.open"}},
        "status_quo": {},
        "preferences": {
            "north": [{"want": "south.open"}, {"want": "north.build if south.open"}],
            "south": [{"want": "not south.open"}],
        },
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_text(yaml.safe_dump(data | sections, allow_unicode=True), encoding="utf-8")
        return read_case(path)


@cache
def hostile() -> tuple[Case, Report]:
    """A case whose every label tries to break out of the page, with its report."""
    bad = HOSTILE
    case = small(
        case={"id": "ford", "title": bad, "question": bad, "handling": bad, "note": bad},
        sources={"s1": {"title": bad, "note": bad, "stance": bad, "kind": bad}},
        actors={
            "north": {"name": bad, "goals": [{"text": bad, "because": ["s1¶1"]}]},
            "south": {"name": "South"},
        },
        options={
            "north.build": {"label": bad, "because": [{"at": "s1¶2", "anchor": bad}]},
            "south.open": {"label": bad, "because": [{"outside": bad}]},
        },
        outcomes={"deal": {"label": bad, "when": "north.build and south.open"}},
        preferences={
            "north": [{"want": "south.open", "label": bad, "because": [{"modeller": bad}]}],
            "south": {
                "readings": {
                    "one": {"label": bad, "order": [{"want": "not south.open", "label": bad}]},
                    "two": {"label": bad, "order": [{"want": "south.open", "label": bad}]},
                }
            },
        },
        what_if={"w": {"label": bad, "set": {"north.build": True}}},
        assumptions={"a1": {"text": bad, "if_wrong": bad, "watch": ["i1"], "because": ["s1¶1"]}},
        indicators={"i1": {"watch": bad, "favours": {"deal": "up"}}},
        disagreements={"d1": {"matter": bad, "views": [{"view": bad}, {"view": bad}]}},
        quantities={"n1": {"what": bad, "value": bad, "period": bad}},
        timeline=[{"date": "2018", "title": bad, "because": ["s1¶3"]}],
    )
    models = assess(case)
    texts = {"s1¶1": bad * 9}
    return case, outline(case, models, key_judgements(case, models), (), texts)


def section_of(report: Report, anchor: str) -> Section:
    """A section of a report, however deep."""
    return next(b for b in blocks_of(report) if isinstance(b, Section) and b.anchor == anchor)


def inside(block: Block) -> Iterable[Block]:
    for inner in getattr(block, "blocks", ()):
        yield inner
        yield from inside(inner)


def rows_of(section: Section, caption: str = "") -> list[list[str]]:
    """The rows of the tables of a section as plain text."""
    tables = [b for b in inside(section) if b.kind == "table" and caption in b.caption]
    return [[plain(c) for c in row.cells] for table in tables for row in table.rows]


def texts_in(section: Section) -> str:
    """All paragraphs, bullets and definitions of a section as one text."""
    found = []
    for block in inside(section):
        if block.kind in ("paragraph", "note"):
            found.append(plain(block.line))
        elif block.kind == "bullets":
            found += [plain(i) for i in block.items]
        elif block.kind == "definitions":
            found += [f"{plain(t)}: {plain(m)}" for t, m in block.items]
    return "\n".join(found)

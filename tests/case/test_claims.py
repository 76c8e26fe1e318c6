"""References that name a claim get its place, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

from tests.casebook.shipped import open_shipped

from detente.case import read_case
from detente.case.checks.references import references
from detente.case.claims import placed

TEXT = """
format: dispute-case/1
case: {id: ford, title: The ford, question: Who builds?}
sources: {r: {title: River report}}
evidence:
  high: {claim: The river rises, source: r, paragraph: 3, anchor: the river}
  rich: {claim: The north is rich, source: r}
assumptions:
  stays: {text: Floods go on, because: [high, rich]}
actors: {north: {name: North}, south: {name: South}}
options:
  north.build: {label: Build, because: [{id: high, anchor: river rose}, r¶1, stays]}
  south.open: {label: Open}
models:
  main:
    options: [north.build, south.open]
    preferences:
      north: [{want: north.build, because: [high]}]
      south: [south.open]
"""


def case_of(folder: Path):
    (folder / "case.yaml").write_text(TEXT, encoding="utf-8")
    return read_case(folder)


def test_a_claim_leads_on_to_its_paragraph_and_words(tmp_path) -> None:
    case = case_of(tmp_path)
    (reference,) = case.models["main"].preferences["north"].readings["stated"].order[0].because
    assert (reference.id, reference.at, reference.anchor) == ("high", "r¶3", "the river")


def test_a_claim_without_a_paragraph_and_an_assumption_give_none(tmp_path) -> None:
    case = case_of(tmp_path)
    assert [(r.id, r.at) for r in case.assumptions["stays"].because] == [
        ("high", "r¶3"),
        ("rich", ""),
    ]
    assert [(r.id, r.at) for r in case.options["north.build"].because] == [
        ("high", "r¶3"),
        ("", "r¶1"),
        ("stays", ""),
    ]


def test_words_that_a_reference_quotes_itself_stay(tmp_path) -> None:
    assert case_of(tmp_path).options["north.build"].because[0].anchor == "river rose"


def test_what_names_no_claim_stays_the_same_object(tmp_path) -> None:
    case = case_of(tmp_path)
    again = placed(case)
    assert again.sources is case.sources
    assert again.actors is case.actors
    assert again.options["south.open"] is case.options["south.open"]
    bare = case.model_copy(update={"evidence": {}})
    assert placed(bare) is bare


def test_every_claim_that_the_flagship_names_has_a_place() -> None:
    case = open_shipped("japan-russia")
    named = [r for _, r in references(case) if r.id in case.evidence]
    assert len(named) > 100
    for reference in named:
        claim = case.evidence[reference.id]
        assert reference.at == f"{claim.source}¶{claim.paragraph}"

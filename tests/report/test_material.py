"""Material: the words, marks and links that every section shares."""

from __future__ import annotations

from tests.report.made import material_of

from detente.report.inlines import plain

FLAGSHIP = material_of("japan-russia")


def test_models_stand_by_date_and_the_latest_leads() -> None:
    assert FLAGSHIP.models[0].id == "1956"
    assert FLAGSHIP.lead.id == "treaty-menu"
    assert FLAGSHIP.many
    assert not material_of("chicken").many


def test_deciders_stand_in_the_order_of_the_case() -> None:
    assert FLAGSHIP.deciders == ("jp", "ru", "us", "cn", "jf", "rp")


def test_every_decider_has_a_mark_of_its_own() -> None:
    assert FLAGSHIP.marks["jp"] == ("circle", "blue")
    assert len(set(FLAGSHIP.marks.values())) == 6
    assert len({shape for shape, _ in FLAGSHIP.marks.values()}) == 6
    assert FLAGSHIP.party("eu").shape == "circle"


def test_the_latest_model_of_each_party() -> None:
    assert {a: FLAGSHIP.latest_of(a).id for a in FLAGSHIP.deciders} == {
        "jp": "treaty-menu",
        "ru": "treaty-menu",
        "us": "treaty-menu",
        "cn": "2017-11",
        "jf": "2018-05",
        "rp": "1992",
    }


def test_changes_are_links_with_references() -> None:
    judgement = FLAGSHIP.judgement("unlocks")
    assert judgement is not None
    change = judgement.findings[0]
    made = FLAGSHIP.changes(FLAGSHIP.lead, change.plainest)  # type: ignore[union-attr, arg-type]
    assert [i.kind for i in made] == ["text", "link", "cites"]
    assert plain(made) == (
        "Russia reverses its second priority, “Offer no two islands unless they are outside the "
        "alliance's coverage” [002¶23, 002¶24, 001¶21]"
    )


def test_a_kind_without_judgement_is_none() -> None:
    assert material_of("chicken").judgement("turns") is None


def test_model_cells_only_where_there_are_several() -> None:
    assert FLAGSHIP.model_head == ("Model",)
    assert material_of("chicken").model_head == material_of("chicken").model_cell("main") == ()

from detente.evidence.part import When
from detente.suggest import KINDS, PLOVER, Suggestion
from detente.suggest.suggestion import by_paragraph, edtf


def test_json_holds_every_key_of_the_interface_and_null_for_the_unknown():
    data = Suggestion("event", 2, 5, 9, "left", "a rule", actor=("JPN",)).as_json()
    keys = {"kind", "paragraph", "start", "end", "actor", "recipient", "type", "date", "modality"}
    assert keys | {"asserted_by", "text"} <= set(data)
    assert data["asserted_by"] is None
    assert (data["actor"], data["recipient"], data["date"], data["type"]) == (
        ["JPN"],
        [],
        None,
        None,
    )


def test_handles_tell_two_of_a_kind_at_one_place_apart():
    here = {"kind": "event", "paragraph": 1, "start": 0, "end": 4, "text": "left", "reason": ""}
    assert Suggestion(**here, type="AGREE").id != Suggestion(**here, type="REJECT").id
    assert (
        Suggestion(**here, type="AGREE").id
        == Suggestion(**here, type="AGREE", modality="future").id
    )


def test_dates_are_edtf():
    assert edtf(When.parse("2017-11-06..2017-11-12")) == "2017-11-06/2017-11-12"
    assert edtf(None) is None


def test_by_paragraph_keeps_the_order():
    found = [Suggestion("date", n, n, n + 1, "x", "") for n in (2, 1, 2)]
    assert [s.start for s in by_paragraph(found)[2]] == [2, 2]


def test_there_are_nine_kinds_and_sixteen_types():
    assert (len(KINDS), len(set(PLOVER))) == (9, 16)

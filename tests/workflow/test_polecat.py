"""The layout of POLECAT: forty columns in their order, and nothing made up in them."""

from detente.suggest import PLOVER
from detente.workflow.polecat import _QUAD, COLUMNS, polecat_rows

RECORD = {
    "sha256": "0123456789abcdef" * 4,
    "date": "2018-05-25",
    "about": {"publisher": {"value": "River Review", "where": "x", "deduced": False}},
    "suggestions": [
        {"kind": "actor", "start": 0, "end": 5, "type": "name", "text": "Japan"},
        {"kind": "actor", "start": 50, "end": 55, "type": "name", "text": "Japan"},
        {"kind": "actor", "start": 6, "end": 9, "type": "capital", "text": "Tokyo"},
        {"kind": "actor", "start": 70, "end": 73, "type": "person", "text": "Shinzo Abe"},
        {"kind": "actor", "start": 80, "end": 82, "type": "organisation", "text": "G7"},
        {"kind": "actor", "start": 90, "end": 92, "type": "unresolved", "text": "X"},
        {
            "kind": "event", "start": 3, "end": 40, "actor": ["JPN", "KOR"], "recipient": [],
            "type": "AGREE", "date": None,
        },
    ],
}  # fmt: skip


def test_forty_columns():
    assert len(COLUMNS) == len(set(COLUMNS)) == 40
    assert COLUMNS[:8] == (
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
        "Actor Name",
    )  # fmt: skip
    assert COLUMNS[15] == "Recipient Name"
    assert COLUMNS[23] == "Placename"
    assert COLUMNS[-1] == "Version"


def test_events_are_rows_and_the_unknown_is_empty():
    [row] = polecat_rows(RECORD)
    assert tuple(row) == COLUMNS
    assert row["Event ID"] == "0123456789abcdef-3-40"
    assert (row["Event Date"], row["Publication Date"]) == ("", "2018-05-25")
    assert (row["Actor Country"], row["Recipient Country"]) == ("JPN; KOR", "")
    assert row["Source"] == "River Review"
    filled = {k for k, v in row.items() if v}
    assert filled == {
        "Event ID", "Event Type", "Quad Code", "Actor Name", "Actor Country", "Source",
        "Publication Date", "Version", "Story People", "Story Organizations", "Story Locations",
    }  # fmt: skip
    assert row["Quad Code"] == "VERBAL COOPERATION"
    assert row["Story Locations"] == "Japan; Tokyo"
    assert (row["Story People"], row["Story Organizations"]) == ("Shinzo Abe", "G7")


def test_every_type_belongs_to_one_quad():
    assert sorted(_QUAD) == sorted(PLOVER)

"""`detente list`."""

import pytest


@pytest.mark.parametrize(
    ("kind", "member"),
    [
        ("concepts", "seq"),
        ("cases", "japan-russia"),
        ("models", "japan-russia 2016-12"),
        ("readers", "text"),
        ("formats", "html"),
        ("exports", "nfg"),
        ("checks", "unlock"),
    ],
)
def test_members_with_a_line_each(as_json, kind, member):
    _, data = as_json("list", kind)
    rows = {row["key"]: row["meaning"] for row in data[kind]}
    assert member in rows
    assert all(rows.values())

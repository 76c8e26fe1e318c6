"""Tables of positions in KTAB's form: round trips, and every problem by line and cell."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.bargaining.ktab import Scenario, read_ktab, write_ktab
from detente.errors import FileProblem, InvalidCase, UsageError

SMALL = """\
The ford ,"A bridge, and who pays",3,2,
Actor,Description,Influence,Bridge Position,Bridge Salience,Toll,Sal2,
North, Builds it,  100.5, 90, 60,  0, 40,
South,"Uses it, mostly", 40, 20.25, 30, 80, 70,

Lord,,10,50,1,50,1
"""


def read(tmp_path: Path, text: str) -> Scenario:
    (tmp_path / "ford.csv").write_text(text, encoding="utf-8")
    return read_ktab(tmp_path / "ford.csv")


def test_a_table_as_ktab_writes_it(tmp_path) -> None:
    found = read(tmp_path, "\ufeff" + SMALL)
    assert (found.name, found.description) == ("The ford", "A bridge, and who pays")
    assert found.dimensions == ("Bridge", "Toll")
    assert found.actors == ("North", "South", "Lord")
    assert found.about[1] == "Uses it, mostly"
    assert found.positions.tolist() == [[90, 0], [20.25, 80], [50, 50]]
    assert found.salience.tolist() == [[60, 40], [30, 70], [1, 1]]
    issue = found.issue("Bridge")
    assert issue.weights.tolist() == pytest.approx([60.3, 12, 0.1])
    with pytest.raises(UsageError, match="Bridge, Toll"):
        found.issue("Road")


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@settings(max_examples=40)
@given(
    st.lists(words, min_size=1, max_size=4, unique=True),
    st.lists(words, min_size=1, max_size=3),
    st.data(),
)
def test_what_is_written_is_read_back(tmp_path_factory, actors, dimensions, data) -> None:
    def grid(high: float, width: int) -> np.ndarray:
        row = st.lists(st.floats(0, high), min_size=width, max_size=width)
        return np.array(data.draw(st.lists(row, min_size=len(actors), max_size=len(actors))))

    first = Scenario(
        "name",
        data.draw(words),
        tuple(f"{d}." for d in dimensions),
        tuple(actors),
        tuple(data.draw(words) for _ in actors),
        grid(1e6, 1)[:, 0],
        grid(100, len(dimensions)),
        grid(100, len(dimensions)),
    )
    again = read(tmp_path_factory.mktemp("ktab"), write_ktab(first))
    for field in ("name", "description", "dimensions", "actors", "about"):
        assert getattr(again, field) == getattr(first, field)
    for field in ("influence", "positions", "salience"):
        assert (getattr(again, field) == getattr(first, field)).all()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("100.5", "much", "ford.csv:3:3: found `much`, expected a number of 0 or more"),
        ("100.5", "nan", "ford.csv:3:3: found `nan`"),
        ("20.25", "120", "ford.csv:4:4: found 120, expected at most 100"),
        (" 70,", "-7,", "ford.csv:4:7: found `-7`"),
        (" 40,\nSouth", "\nSouth", "ford.csv:3:7: found ``"),
        ("50,1\n", "50,1,9\n", "ford.csv:6:8: 8 cells, expected 7"),
        ("South", "North", "ford.csv:4:1: actor `North` stands twice"),
        ("Lord", "", "ford.csv:6:1: no actor"),
        (",3,2,", ",4,2,", "ford.csv:1:1: 3 actors follow, but the line says 4"),
        (",3,2,", ",3,two,", "ford.csv:1:3: no numbers of actors and dimensions"),
        (SMALL, "", "ford.csv:1:1: a table has a title line"),
    ],
)
def test_problems_are_named_by_line_and_cell(tmp_path, old, new, said) -> None:
    assert old in SMALL
    with pytest.raises(InvalidCase) as caught:
        read(tmp_path, SMALL.replace(old, new))
    assert said in str(caught.value)


def test_all_problems_at_once(tmp_path) -> None:
    text = SMALL.replace("100.5", "x").replace("20.25", "y")
    with pytest.raises(InvalidCase) as caught:
        read(tmp_path, text)
    assert [(p.line, p.column) for p in caught.value.problems] == [(3, 3), (4, 4)]


def test_files_that_cannot_be_read(tmp_path) -> None:
    with pytest.raises(FileProblem):
        read_ktab(tmp_path / "none.csv")
    (tmp_path / "raw.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileProblem):
        read_ktab(tmp_path / "raw.csv")

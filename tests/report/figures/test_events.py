"""The figure of events: every scored event is drawn once, told in words, and in the table."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from tests.casebook.shipped import open_shipped

from detente.evidence.events import Happening
from detente.report.figures.events import events_figure


@pytest.fixture(scope="module")
def figure():
    case = open_shipped("japan-russia")
    return events_figure(case, case.timeline, "jp", "ru")


def test_each_event_has_a_mark_with_a_name_and_a_row(figure) -> None:
    names = re.findall(r'<g tabindex="0" role="img" aria-label="([^"]+)"', figure.svg)
    assert len(names) == len(figure.table) == 26
    assert names[0].startswith("1905, Japan and Russia: Battle of Tsushima")
    assert names[0].endswith("Score -10.")
    assert sum(name.endswith(", expected.") for name in names) == 2
    assert figure.svg.count('class="s-black" stroke=') == 2, "what was expected is hollow"
    assert figure.table[1][1:4] == ("Russia to Japan", "Soviet forces take the islands", "-10")


def test_marks_do_not_lie_on_each_other_and_stay_on_the_page(figure) -> None:
    root = ET.fromstring(figure.svg)
    width = float(root.attrib["width"])
    places = [
        (float(r.attrib["x"]) + 12, float(r.attrib["y"]) + 12)
        for r in root.iter("{http://www.w3.org/2000/svg}rect")
        if r.attrib.get("class") == "hit"
    ]
    assert len(places) == 26
    assert all(12 <= x <= width - 6 for x, _ in places)
    for (x, y), (a, b) in combinations(places, 2):
        assert max(abs(x - a), abs(y - b)) > 9.5


def test_the_takeaway_tells_directions_apart(figure) -> None:
    assert figure.takeaway.startswith("Six events by Japan (mean -1.2); twelve events by Russia")
    assert figure.takeaway.endswith("six events together (mean +1.3); two events only expected.")


def test_hindsight_and_what_has_no_score_are_left_out() -> None:
    case = open_shipped("japan-russia")
    events = [
        Happening(date="2018", title="A", by="jp", on="ru", score=1),
        Happening(date="2019", title="B", by="jp", on="ru", score=1, status="later"),
        Happening(date="2018", title="C", by="ru", on="jp"),
        Happening(date="2018", title="D", by="us", on="jp", score=1),
    ]
    assert [row[2] for row in events_figure(case, events, "jp", "ru").table] == ["A"]
    assert events_figure(case, [], "jp", "ru").takeaway == "No scored events."

import yaml

from detente.case import open_case
from detente.evidence.part import When
from detente.suggest import Suggestion
from detente.suggest.entries import entry_for

CASE = open_case("japan-russia")


def entry(kind="event", words="", **rest):
    return entry_for(
        CASE, "000", Suggestion(kind, 6, 0, 9, "Japan: “no” to it", "why", **rest), words
    )


def test_a_dated_event_between_actors_of_the_case_goes_to_the_timeline():
    found = entry(actor=("JPN",), recipient=("RUS",), type="REJECT", date=When.parse("2014-09"))
    (event,) = yaml.load(found.text, yaml.BaseLoader)
    assert found.section == "timeline"
    assert (event["by"], event["on"], event["title"]) == ("jp", "ru", "Japan: “no” to it")
    assert event["because"] == [{"at": "000¶6", "anchor": "Japan: “no” to it"}]


def test_what_both_do_stands_between_them():
    both = ("JPN", "RUS")
    (event,) = yaml.load(
        entry(actor=both, recipient=both, date=When.parse("2014")).text, yaml.BaseLoader
    )
    assert event["between"] == ["jp", "ru"]


def test_an_event_without_a_date_or_a_side_becomes_a_claim():
    for found in (
        entry(actor=("JPN",), recipient=("RUS",)),
        entry(actor=("JPN",), recipient=("NZL",), date=When.parse("2014")),
    ):
        assert found.section == "evidence"


def test_a_claim_says_where_it_comes_from_and_is_not_graded():
    found = entry("forecast", words="our own words")
    ((key, claim),) = yaml.load(found.text, yaml.BaseLoader).items()
    assert key == "000-forecast-6-0-9"
    assert (claim["claim"], claim["paragraph"], claim["basis"]) == (
        "our own words",
        "6",
        "inference",
    )
    assert "credibility" not in claim
    assert "detente" in claim["note"]


def test_a_quantity_keeps_the_figure_as_it_stands():
    ((_, figure),) = yaml.load(entry("quantity", words="Trade").text, yaml.BaseLoader).items()
    assert (figure["what"], figure["value"]) == ("Trade", "Japan: “no” to it")


def test_an_entry_is_known_again():
    for found in (
        entry("cause"),
        entry(actor=("JPN",), recipient=("RUS",), date=When.parse("2014")),
    ):
        assert found.stands_in("x: 1\n" + found.text)
        assert not found.stands_in("x: 1")

"""Which elements are furniture."""

import pytest

from detente.documents.places_on_page import reason_of


@pytest.mark.parametrize(
    ("tag", "attributes", "reason"),
    [
        ("nav", {}, "menu"),
        ("footer", {}, "footer"),
        ("header", {}, "header"),
        ("div", {"role": "banner"}, "header"),
        ("ul", {"class": "big share"}, "share link"),
        ("div", {"id": "comments"}, "comment"),
        ("p", {"hidden": None}, "hidden on the page"),
        ("p", {"style": "color:red; display: NONE"}, "hidden on the page"),
        ("div", {"class": "shared-history"}, ""),
        ("p", {}, ""),
        ("body", {"class": "menu"}, ""),
        ("article", {"class": "related"}, ""),
    ],
)
def test_by_name_role_class_and_style(tag, attributes, reason):
    assert reason_of(tag, list(attributes.items()), "", {}) == reason


def test_what_stands_in_furniture_is_furniture_but_main_is_not():
    assert reason_of("p", [], "menu", {}) == "menu"
    assert reason_of("nav", [], "footer", {}) == "footer"
    assert reason_of("main", [("class", "menu")], "menu", {}) == ""


def test_the_header_of_an_article_is_none():
    assert reason_of("header", [], "", {"article": 1}) == ""

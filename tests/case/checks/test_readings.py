"""Readings: said in one way, and within bounds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.case import Case

Say = Callable[[str], list[str]]
Read = Callable[[str], Case]


@pytest.fixture
def south(said: Say, small: str) -> Say:
    """Say what is wrong where the preferences of south, in line 9 from column 10, are these."""
    return lambda text: said(small.replace("[not south.open]", text))


def short(found: list[str]) -> list[str]:
    return [line.partition(" |")[0] for line in found]


@pytest.mark.parametrize(
    "text",
    [
        "{order: [south.open]}",
        "{weights: {south.open: 3, north.build: -0.5}, strong: 2.5, threshold: 1}",
        "{ranking: [south.open, [north.build, not south.open]], strong: 2}",
        "{readings: {a: [south.open], b: {weights: {south.open: 1}}}, threshold: 0.01}",
        "{order: [south.open, {want: north.build, about_equal: yes}], strong: 1}",
    ],
)
def test_every_way_to_say_it(south: Say, text: str) -> None:
    assert south(text) == []


def test_an_account_alone_is_the_reading_stated(read: Read, small: str) -> None:
    alone = "{ranking: [south.open, [north.build, true]], strong: 1, label: L, threshold: 0.4}"
    inner = "{ranking: [[south.open], [north.build, true]], strong: 1, label: L}"
    whole = f"{{readings: {{stated: {inner}}}, threshold: 0.4}}"
    one, two = (read(small.replace("[not south.open]", text)) for text in (alone, whole))
    assert one.models["main"].preferences["south"] == two.models["main"].preferences["south"]
    places = two.models["main"].preferences["south"].readings["stated"].ranking
    assert [[str(c) for c in place] for place in places] == [
        ["south.open"],
        ["north.build", "true"],
    ]


def test_one_way_at_least(south: Say) -> None:
    assert south("{readings: {a: {label: A}}}") == [
        "9:22: reading `a` of `south` does not say what is wanted | "
        "write `order: […]` most important first, `weights: {…}` or `ranking: […]`"
    ]
    assert short(south("{label: A}")) == [
        "9:10: reading `stated` of `south` does not say what is wanted"
    ]


def test_one_way_at_most(south: Say) -> None:
    found = south("{order: [south.open], weights: {south.open: 1}, ranking: [true]}")
    assert found == [
        "9:32: `weights` beside `order`: a reading says what is wanted in one way | "
        "keep one, or write two readings",
        "9:58: `ranking` beside `order`: a reading says what is wanted in one way | "
        "keep one, or write two readings",
    ]


def test_an_account_beside_readings_is_refused(south: Say) -> None:
    assert short(south("{order: [south.open], readings: {a: [south.open]}}")) == [
        "9:11: unknown key `order`"
    ]


def test_empty_is_said_once(south: Say) -> None:
    for way in ("weights: {}", "order: []", "ranking: []"):
        assert south(f"{{{way}}}") == [
            "9:11: reading `stated` of `south` is empty, needs one entry at least | "
            "write what `south` wants, most important first"
        ]


def test_names_that_there_are_not(south: Say) -> None:
    assert short(south("{weights: {south.shut: 2}}")) == ["9:21: unknown id `south.shut`"]
    assert short(south("{ranking: [south.open, [north.build, not north.dig]]}")) == [
        "9:51: unknown id `north.dig`"
    ]


def test_values_that_do_not_fit(south: Say) -> None:
    assert short(south("{weights: {south.open: much}}")) == [
        "9:33: `south.open`: found `much`, expected a number"
    ]
    assert short(south("{ranking: [south.open and]}")) == [
        "9:35: the condition ends where an id was expected"
    ]
    assert short(south("{weights: {south.open: .inf}}"))[0].startswith("9:33: `south.open`: found")


@pytest.mark.parametrize("value", ["0", "-1", "1.01"])
def test_a_threshold_is_a_share(south: Say, value: str) -> None:
    assert south(f"{{order: [south.open], threshold: {value}}}") == [
        f"9:43: a threshold of {value} is not above 0 and at most 1 | "
        "write the advantage that the party asks for, such as `0.4`"
    ]


@pytest.mark.parametrize(
    ("text", "strong", "hint"),
    [
        ("order: [south.open, north.build]", "3", "write how many of the 2 levels are strong"),
        ("order: [south.open, north.build]", "1.5", "write how many of the 2 levels are strong"),
        (
            "order: [south.open, {want: north.build, about_equal: yes}]",
            "2",
            "write how many of the 1 levels are strong",
        ),
        ("order: [south.open]", "0", "write how many of the 1 levels are strong"),
        ("weights: {south.open: 3}", "0", "write the least difference in weight"),
        ("weights: {south.open: 3}", "-2", "write the least difference in weight"),
        ("ranking: [south.open, true]", "3", "write by how many places at least"),
        ("ranking: [south.open, true]", "0.5", "write by how many places at least"),
    ],
)
def test_strong_fits_the_way_it_is_said(south: Say, text: str, strong: str, hint: str) -> None:
    found = south(f"{{{text}, strong: {strong}}}")
    assert len(found) == 1
    assert f"`strong` cannot be {strong} here | {hint}" in found[0]


def test_a_broken_order_causes_no_second_error(south: Say) -> None:
    found = south("{order: [south.open, {want: south.open and}], strong: 2}")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        (("-5", "10"), ["9:34: a weight of -5 is below 0"]),
        (("-5..5", "10"), ["9:34: a weight of -5..5 is below 0"]),
        (("0", "0"), ["9:3: the readings of `south` weigh nothing"]),
        (("{low: 0, best: 0, high: 9}", "0"), ["9:3: the readings of `south` weigh nothing"]),
        (("0", "1"), []),
        (("60", "60"), []),
    ],
)
def test_weights_of_readings(south: Say, weights: tuple[str, str], expected: list[str]) -> None:
    one, two = (f"{{weight: {w}, order: [south.open]}}" for w in weights)
    assert short(south(f"{{readings: {{a: {one}, b: {two}}}}}")) == expected

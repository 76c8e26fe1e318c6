"""The lists beside the models name actors, issues, outcomes, indicators and evidence that are there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("timeline: [{date: 2018, title: x, actor: east}]", "10:42: unknown actor `east`"),
        ("timeline: [{date: 2018, title: x, on: east}]", "10:39: unknown actor `east`"),
        (
            "timeline: [{date: 2018, title: x, between: [north, east]}]",
            "10:52: unknown actor `east`",
        ),
        (
            "issues: {t: {label: x}}\npositions: [{actor: north, issue: u, at: 3}]",
            "unknown issue `u`",
        ),
        (
            "issues: {t: {label: x}}\npositions: [{actor: east, issue: t, at: 3}]",
            "unknown actor `east`",
        ),
        (
            "issues: {t: {label: x}}\npositions: [{actor: north, issue: t, at: 3, salience: 40..60}]",
            "11:55: salience 40..60 is not between 0 and 1",
        ),
        (
            "issues: {t: {label: x}}\npositions: [{actor: north, issue: t, at: 3, clout: likely}]",
            "clout likely is not between 0 and 1",
        ),
        ("influence: {east: 3}", "10:13: unknown actor `east`"),
        (
            "domestic: {east: {factions: {f: {label: x, weight: 1}}}}",
            "10:12: unknown actor `east`",
        ),
        (
            "domestic: {north: {vetoes: [g], factions: {f: {label: x, weight: 1}}}}",
            "10:29: unknown faction `g`",
        ),
        (
            "domestic: {north: {factions: {f: {label: x, weight: 1, positions: {u: 3}}}}}",
            "unknown issue `u`",
        ),
        (
            "domestic: {north: {factions: {f: {label: x, weight: 1, accepts: {old: north.build}}}}}",
            "unknown model `old`",
        ),
        (
            "domestic: {north: {factions: {f: {label: x, weight: 1, accepts: {main: not road}}}}}",
            "unknown id `road`",
        ),
        ("assumptions: {a: {text: x, watch: [i]}}", "10:36: unknown indicator `i`"),
        ("questions: {q: {ask: x, outcome: o}}", "10:34: unknown outcome `o`"),
        ("indicators: {i: {watch: x, favours: {o: up}}}", "unknown reading or outcome `o`"),
        (
            "hypotheses: {s: {question: x, items: {h: y}, evidence: {e: {text: t, cells: {k: C}}}}}",
            "unknown hypothesis `k`",
        ),
        (
            "hypotheses: {s: {question: x, items: {h: {label: y, readings: {east: r}}}}}",
            "unknown actor `east`",
        ),
        ("judgements: {j: {ask: x, answers: {r: yes}}}", "10:36: unknown source `r`"),
    ],
)
def test_names_that_are_not_there(said: Say, small: str, sections: str, expected: str) -> None:
    (found,) = said(f"{small}{sections}\n")
    assert expected in found


@pytest.mark.parametrize("name", ["o", "calm", "storm", "h"])
def test_an_indicator_may_favour_outcomes_readings_shocks_and_hypotheses(
    said: Say, small: str, name: str
) -> None:
    text = small.replace("[not south.open]", "{readings: {calm: [not south.open]}}") + (
        "outcomes: {o: north.build}\nshocks: {storm: {title: x}}\n"
        f"hypotheses: {{s: {{question: x, items: {{h: y}}}}}}\n"
        f"indicators: {{i: {{watch: x, favours: {{{name}: up}}}}}}\n"
    )
    assert said(text) == []


def test_nothing_is_unknown_where_the_names_could_not_be_read(said: Say, small: str) -> None:
    found = said(small.replace("actors: {north: {name: North}, south: {name: South}}", "actors: x"))
    assert [line.partition(" |")[0] for line in found] == [
        "3:9: `actors`: found `x`, expected a map"
    ]

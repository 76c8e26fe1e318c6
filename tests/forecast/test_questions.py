"""Tables of questions in the shapes of tournaments, made small by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import FileProblem, InvalidCase
from detente.forecast.questions import Questions, read_answers, read_questions, with_answers
from detente.forecast.scores import score_table

BENCH = """source,id,forecast_due_date,question,crowd_prob,resolution_date,resolved_to
metaculus,7,2024-07-21,"Will A, or B?",0.21,2024-12-31,0.0
metaculus,7,2024-08-21,"Will A, or B?",0.11,2024-12-31,0.0
infer,8,2024-07-21,Will C?,,2024-12-31,1.0
infer,9,2024-07-21,Will D?,0.5,,
"""
JUDGMENT = """ifp_id,q_text,outcome,options
1001-0,Talks?,b,"(a) Yes, (b) No"
1002-0,Who?,b,"(a) One, (b) Two (of them), (c) Neither"
1002-1,"Who, if?",a,"(a) Yes, (b) No"
1003-0,Open?,,"(a) Yes, (b) No"
"""
DAILY = """ifp_id,answer_option,fcast_date,mean,median,count
1001-0,a,2011-09-02,0.3,0.2,9
1001-0,a,2011-09-01,0.9,0.9,9
1001-0,b,2011-09-02,0.7,0.8,9
1002-0,c,2011-09-02,0.1,,9
"""


def written(tmp_path: Path, text: str, name: str = "q.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def read(tmp_path: Path, text: str) -> Questions:
    return read_questions(written(tmp_path, text))


def test_forecastbench(tmp_path: Path) -> None:
    found = read(tmp_path, BENCH)
    assert (found.shape, found.still_open) == ("forecastbench", 1)
    first, second, third = found.settled
    assert (first.id, first.case, first.outcome) == (
        "metaculus:7:2024-07-21",
        "metaculus:7",
        False,
    )
    assert (first.forecasts, second.case) == ({"crowd": 0.21}, "metaculus:7")
    assert (third.outcome, third.forecasts) == (True, {})
    assert score_table(found.settled, draws=10).cases == 2


def test_good_judgment_with_the_crowd(tmp_path: Path) -> None:
    found = read(tmp_path, JUDGMENT)
    assert (found.shape, found.still_open) == ("good judgment", 1)
    assert [(j.id, j.case, j.outcome) for j in found.settled] == [
        ("1001-0:a", "1001", False),
        ("1002-0:a", "1002", False),
        ("1002-0:b", "1002", True),
        ("1002-0:c", "1002", False),
        ("1002-1:a", "1002", True),
    ]
    answers = read_answers(written(tmp_path, DAILY, "daily.csv"))
    joined = with_answers(found, answers)
    told = {j.id: dict(j.forecasts) for j in joined.settled}
    assert told["1001-0:a"] == {"crowd mean": 0.3, "crowd median": 0.2}
    assert told["1002-0:c"] == {"crowd mean": 0.1}
    assert told["1002-0:a"] == {}


def test_plain_tables_and_more_answers(tmp_path: Path) -> None:
    text = "id,case,question,outcome,we,they\nq1,c1,?,yes,0.8,0.4\nq2,,?,no,,0.1\nq3,c1,?,,0.5,\n"
    found = read(tmp_path, text)
    assert (found.shape, found.still_open) == ("plain", 1)
    assert [(j.id, j.case) for j in found.settled] == [("q1", "c1"), ("q2", "q2")]
    assert [dict(j.forecasts) for j in found.settled] == [{"we": 0.8, "they": 0.4}, {"they": 0.1}]
    more = read_answers(written(tmp_path, "id,we,new\nq2,0.2,0.3\nq9,1,1\n", "more.csv"))
    assert dict(with_answers(found, more).settled[1].forecasts) == {
        "they": 0.1,
        "we": 0.2,
        "new": 0.3,
    }


def test_every_problem_is_told_at_its_place(tmp_path: Path) -> None:
    text = BENCH.replace("0.21", "21%").replace("1.0", "maybe").replace("infer,9", ",9")
    with pytest.raises(InvalidCase) as caught:
        read(tmp_path, text)
    assert [(p.line, p.column) for p in caught.value.problems] == [(2, 5), (4, 7), (5, 1)]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Talks?,b", "Talks?,z", (2, 3)),
        ('"(a) Yes, (b) No"\n1002-0', '"(a) Yes"\n1002-0', (2, 4)),
        ('"(a) Yes, (b) No"\n1002-0', '"(a) Yes, (a) No"\n1002-0', (2, 4)),
        ("1002-1", "1001-0", (4, 1)),
    ],
)
def test_good_judgment_hostile(tmp_path: Path, old: str, new: str, place: tuple[int, int]) -> None:
    with pytest.raises(InvalidCase) as caught:
        read(tmp_path, JUDGMENT.replace(old, new, 1))
    assert [(p.line, p.column) for p in caught.value.problems] == [place]


def test_questions_that_come_twice(tmp_path: Path) -> None:
    with pytest.raises(InvalidCase, match="stands in line 2 already"):
        read(tmp_path, "id,outcome\nq,yes\nq,no\n")
    with pytest.raises(FileProblem, match="twice"):
        read_answers(written(tmp_path, "id,we\nq,0.5\nq,0.6\n"))


def test_bad_answers_are_told_at_their_place(tmp_path: Path) -> None:
    with pytest.raises(InvalidCase) as caught:
        read_answers(written(tmp_path, DAILY.replace("2011-09-01,0.9", "9/1/11,1.9")))
    assert [(p.line, p.column) for p in caught.value.problems] == [(3, 3), (3, 4)]
    with pytest.raises(InvalidCase) as caught:
        read_answers(written(tmp_path, "id,we\nq,2\n"))
    assert [(p.line, p.column) for p in caught.value.problems] == [(2, 2)]


def test_unknown_shapes_say_what_they_have(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="name, date"):
        read(tmp_path, "name,date\na,b\n")
    with pytest.raises(FileProblem, match="no known shape"):
        read_answers(written(tmp_path, "name,date\na,b\n"))

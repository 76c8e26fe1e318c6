"""What `answers` prints."""

from dataclasses import replace

from detente.case import open_case
from detente.judgement import answer_inquiries
from detente.report.screen.answers import answers_text

CASE = open_case("japan-russia")


def test_open_questions_say_what_they_need():
    (answer,) = answer_inquiries(CASE, ["Q6"])
    waiting = replace(answer.checks[0], agrees=None, found=(), needs="a sound check")
    text = answers_text(CASE, [replace(answer, checks=(waiting, *answer.checks[1:]))])
    text = " ".join(text.split())
    assert "Q6 OPEN" in text
    assert "still needs a sound check; 1 of 2 checks agree so far" in text
    assert "1 question: 0 agree, 0 disagree, 1 open." in text


def test_a_disagreement_shows_found_and_expected():
    (answer,) = answer_inquiries(CASE, ["Q11"])
    wrong = replace(answer.checks[0], agrees=False, expected={"ru.return2": "always"})
    text = answers_text(CASE, [replace(answer, checks=(wrong,))])
    assert "DISAGREES" in text
    assert "ru.return2: never" in text
    assert "expected {'ru.return2': 'always'}" in text

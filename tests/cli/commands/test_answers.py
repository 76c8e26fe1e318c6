"""`detente answers`: what agrees, what is open, what a rule does to the exit code."""

NOW = {f"Q{n}" for n in (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 15, 16, 17, 27)}


def test_what_stability_can_answer_agrees_and_the_rest_says_what_it_needs(as_json):
    code, data = as_json("answers", "japan-russia")
    answers = {a["id"]: a for a in data["answers"]}
    assert code == 0
    assert len(answers) == 30
    assert {id for id, a in answers.items() if a["agrees"] is True} >= NOW
    assert not [id for id, a in answers.items() if a["agrees"] is False]
    assert all(a["needs"] for a in answers.values() if a["agrees"] is None)


def test_one_question_with_every_check(detente):
    code, out, _ = detente("answers", "japan-russia", "--question", "q8", "--full")
    assert code == 0
    assert "Q8" in out
    assert "edits: 1" in out
    assert "Q9" not in out


def test_fail_on_open_questions(detente):
    assert detente("answers", "japan-russia", "--question", "Q6", "--fail-on", "open")[0] == 0
    assert (
        detente("answers", "japan-russia", "--question", "Q6", "--fail-on", "disagreement")[0] == 0
    )

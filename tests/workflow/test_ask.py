"""`answers` as a function."""

from detente.workflow.ask import answers


def test_the_rule_decides_the_exit_code():
    assert answers("japan-russia", ["Q6"]).code == 0
    assert answers("japan-russia", ["Q6"], fail_on="open").code == 0


def test_a_case_without_questions():
    outcome = answers("chicken")
    assert outcome.data["answers"] == []
    assert "0 questions" in outcome.text

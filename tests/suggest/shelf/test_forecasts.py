def test_will_and_may_differ(run):
    found = run("Japan will wait. Russia may leave. China left.")
    assert [(s.actor, s.modality) for s in found] == [(("JPN",), "future"), (("RUS",), "possible")]


def test_questions_and_what_may_have_been_are_none(run):
    assert run("Will Japan wait? It may have left.") == ()


def test_words_of_likelihood_count(run):
    assert [s.text for s in run("Don’t bet on Abe. There is little hope now.")] == [
        "Don’t bet on Abe.",
        "There is little hope now.",
    ]

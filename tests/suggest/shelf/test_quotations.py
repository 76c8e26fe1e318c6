def said(found):
    return [(s.text, s.actor) for s in found]


def test_words_in_marks_with_the_speaker_named_next_to_the_verb(run):
    text = "Putin waited. “We have no problem,” Abe said."
    assert said(run(text)) == [("“We have no problem,”", ("JPN",))]


def test_single_marks_with_apostrophes_inside(run):
    text = "Putin said: ‘It’s a lot of work, and Japan’s aim is clear’. He left."
    assert said(run(text)) == [("‘It’s a lot of work, and Japan’s aim is clear’", ("RUS",))]


def test_short_terms_in_marks_are_left_out_unless_somebody_says_them(run):
    assert run("It was a “warm” day for the ‘special framework’ of trade.") == ()
    assert said(run("Moscow stated its “disappointment”.")) == [("“disappointment”", ("RUS",))]


def test_a_paragraph_set_apart_in_the_first_person(run):
    text = "Putin set a condition:\nI want to say that we must look at it.\nAnd so on."
    assert said(run(text)) == [("I want to say that we must look at it.", ("RUS",))]
    assert run("Putin rose.\nI think that it is late.\nAnd so on.") == ()
    assert run("The list has a condition:\nThe first point.\nAnd so on.") == ()


def test_a_quotation_over_several_paragraphs(run):
    text = "Abe rose and spoke\n“Let us meet.\nLet us agree.\nI am resolved”.\nHe left."
    assert [s.text for s in run(text)] == ["“Let us meet.", "Let us agree.", "I am resolved”"]
    assert {s.actor for s in run(text)} == {("JPN",)}


def test_a_quotation_that_only_closes(run):
    text = "Putin made that clear\nWe do not trade territories.”\nHe left."
    assert said(run(text)) == [("We do not trade territories.”", ("RUS",))]


def test_without_a_speaker_none_is_named(run):
    (found,) = run("“All of this is late,” people said.")
    assert found.actor == ()
    assert "not found" in found.reason

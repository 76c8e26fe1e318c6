def said(found):
    return [(s.text, s.actor) for s in found]


def test_words_in_marks_with_the_speaker_named_next_to_the_verb(run):
    text = "Putin waited. “We have no problem,” Abe said."
    assert said(run(text)) == [("“We have no problem,”", ("JPN",))]


def test_single_marks_with_apostrophes_inside(run):
    text = "Putin said: ‘It’s a lot of work, and Japan’s aim is clear’. He left."
    assert said(run(text)) == [("‘It’s a lot of work, and Japan’s aim is clear’", ("RUS",))]


def test_short_terms_in_marks_are_nobodys_unless_somebody_says_them(run):
    found = run("It was a “warm” day for the ‘special framework’ of trade in Japan.")
    assert [(s.text, s.type, s.actor) for s in found] == [
        ("“warm”", "term", ()),
        ("‘special framework’", "term", ()),
    ]
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


def test_the_ministry_is_that_of_the_state_it_was_named_with(run):
    text = "The Russian foreign ministry rose.\nThe foreign ministry called it “an unfriendly act”."
    assert said(run(text)) == [("“an unfriendly act”", ("RUS",))]


def test_two_people_in_a_row_are_two(run):
    text = "Before the meeting with Abe Putin again made that clear\nWe do not trade.”\nHe left."
    assert said(run(text)) == [("We do not trade.”", ("RUS",))]


def test_words_that_no_verb_ties_to_anybody_have_no_speaker(run):
    (found,) = run("Putin came. The alliance, or “grand strategic partnership”, grew.")
    assert found.actor == ()


def test_without_a_speaker_none_is_named(run):
    (found,) = run("“All of this is late,” people said.")
    assert found.actor == ()
    assert "not found" in found.reason

def test_states_organisations_and_people_come_with_their_codes(run):
    found = run("Japan and the G7 met Russian President Vladimir Putin in Moscow.")
    assert [(s.text, s.actor, s.type) for s in found] == [
        ("Japan", ("JPN",), "name"),
        ("G7", ("G7",), "organisation"),
        ("Russian President Vladimir Putin", ("RUS",), "person"),
        ("Moscow", ("RUS",), "place"),
    ]


def test_a_name_in_no_list_stays_unresolved(run):
    (found,) = run("Then James F. Byrnes spoke.")
    assert (found.text, found.actor, found.type) == ("James F. Byrnes", (), "unresolved")


def test_pronouns_months_and_opening_words_are_no_names(run):
    assert [s.text for s in run("Japan spoke. It waited in May. Perhaps that was all.")] == [
        "Japan"
    ]


def test_names_with_initials_are_whole_and_begin_at_a_letter(run):
    found = run("It was said: Norman J. O. Makin and George H.W. Bushel spoke.")
    assert [s.text for s in found] == ["Norman J. O. Makin", "George H.W. Bushel"]

from detente.suggest.gazetteer import standard
from detente.suggest.persons import learned, whole_name


def code(text, name):
    entry = learned(text, standard()).get(name)
    return entry.code if entry else ""


def test_a_title_behind_an_adjective_ties_a_name_to_a_state():
    text = "Ruritania fell. Norwegian Foreign Minister Ola Nordmann left."
    assert code(text, "Nordmann") == code(text, "Ola Nordmann") == "NOR"


def test_a_description_between_commas_does_too():
    assert code("Ann Hill, a senior Danish official, spoke.", "Hill") == "DNK"


def test_a_list_of_names_ties_nothing():
    text = "Instead, Russia and Japan met. However, China stayed. Ann Hill, Denmark said, left."
    assert not {"Instead", "However", "Hill"} & set(learned(text, standard()))


def test_the_text_overrides_the_list_of_leaders():
    assert code("", "Bush") == "USA"
    assert code("Australian Senator Bush spoke.", "Bush") == "AUS"


def test_the_ministry_is_that_of_the_only_state_it_was_tied_to():
    assert code("The Russian foreign ministry spoke.", "the ministry") == "RUS"
    both = "The Russian foreign ministry wrote to the Japanese foreign ministry."
    assert code(both, "the ministry") == ""


def test_a_name_is_taken_whole_and_no_more():
    text = "But President Franklin D. Roosevelt spoke"
    assert text[slice(*whole_name(text, 26, 35, 4))].endswith("Franklin D. Roosevelt")
    assert whole_name("When Putin spoke", 5, 10) == (5, 10)

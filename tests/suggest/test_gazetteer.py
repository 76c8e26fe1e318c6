from detente.suggest.gazetteer import standard
from detente.suggest.words import table


def codes(text):
    return [(m[0], e.code, e.how) for m, e in standard().find(text)]


def test_the_longest_name_wins():
    assert codes("the West Bank and West Germany") == [
        ("the West Bank", "PSE", "name"),
        ("West Germany", "DEU", "name"),
    ]


def test_case_counts_and_so_do_whole_words():
    assert codes("she told us of Chinatown and turkey") == []


def test_codes_have_three_letters_for_states():
    assert all(len(row[0]) == 3 and row[0].isupper() for row in table("states"))
    assert len({row[0] for row in table("states")}) == len(table("states"))


def test_a_name_of_the_case_is_found_too():
    known = standard().with_names([("Free Ford Movement", "ffm")])
    assert [e.code for _, e in known.find("The Free Ford Movement met Japan")] == ["ffm", "JPN"]


def test_dotted_and_plain_abbreviations():
    assert [c for _, c, _ in codes("U.S. and USSR and U.N.")] == ["USA", "SUN", "UNO"]

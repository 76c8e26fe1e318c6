import pytest


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It cost $18.3 billion.", "$18.3 billion", "18300000000", "$"),
        ("worth $2.5bn (or more)", "$2.5bn", "2500000000", "$"),
        ("about 70 million dollars of aid", "about 70 million dollars", "70000000", "dollars"),
        ("nearly 15 percent of it", "nearly 15 percent", "15", "percent"),
        ("fell by 0.8% in a year", "0.8%", "0.8", "%"),
        ("more than a dozen times", "more than a dozen times", "12", "times"),
        ("68 new commercial accords", "68 new commercial accords", "68", "accords"),
        ("almost three hours late", "almost three hours", "3", "hours"),
        ("five Russian banks", "five Russian banks", "5", "banks"),
        ("the third-largest economy", "third-largest", "3", "largest"),
        ("the 60th anniversary", "60th anniversary", "60", "anniversary"),
        ("once a year", "once a year", "1", "a year"),
        ("an eight-point plan", "eight-point", "8", "point"),
        ("two of the four islands", "two of the four islands", "2", "islands"),
        ("just one year", "one year", "1", "year"),
        ("A decade ago", "A decade", "1", "decade"),
    ],
)
def test_quantities(run, text, words, value, unit):
    found = run(text)[0]
    assert (found.text, found.value, found.unit) == (words, value, unit)


@pytest.mark.parametrize("text", ["in 2014 ties grew", "one of them", "two and the ties", "the G7"])
def test_years_and_bare_numbers_are_none(run, text):
    assert run(text) == ()


def test_two_in_a_row_are_two(run):
    assert [s.value for s in run("$2.5bn (€2.4bn)")] == ["2500000000", "2400000000"]

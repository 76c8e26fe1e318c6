import pytest


@pytest.mark.parametrize(
    ("word", "range_"),
    [("unlikely", "20-45"), ("very likely", "80-95"), ("probably", "55-80"),
     ("almost certainly", "95-99"), ("highly improbable", "5-20")],
)  # fmt: skip
def test_clear_words_map_to_a_range(run, word, range_):
    (found,) = run(f"It is {word} so.")
    assert (found.text, found.value, found.unit) == (word, range_, "%")


@pytest.mark.parametrize("word", ["may", "might", "could", "would", "little hope", "most likely"])
def test_other_words_are_flagged_and_never_guessed(run, word):
    (found,) = run(f"It {word} be so.")
    assert (found.text, found.value) == (word, "")
    assert "none is guessed" in found.reason


def test_the_month_is_no_estimate(run):
    assert run("They met in May.") == ()

import pytest


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("Abe wants a treaty.", "aim", "JPN"),
        ("Japan’s goal is a treaty.", "aim", "JPN"),
        ("Moscow is in no hurry.", "stand", "RUS"),
        ("Russia lacks capital.", "need", "RUS"),
        ("Japan believes that time is short.", "view", "JPN"),
        ("Russia cannot wait.", "refusal", "RUS"),
    ],
)
def test_positions(run, text, type_, actor):
    (found,) = run(text)
    assert (found.type, found.actor) == (type_, (actor,))


def test_a_condition_marks_its_position(run):
    (found,) = run("Japan will not sign unless Russia returns the islands.")
    assert (found.modality, found.actor) == ("conditional", ("JPN",))
    assert "unless" in found.reason


def test_denial(run):
    assert run("Putin does not want a treaty.")[0].negated
    assert not run("Putin wants a treaty.")[0].negated


def test_the_speakers_own_words_are_a_position(run):
    found = run(
        "Putin set a condition:\nFriends, this is ours and we trade nothing.\nThe sun rose."
    )
    assert [(s.text[:7], s.actor) for s in found if "Friends" in s.text] == [("Friends", ("RUS",))]


def test_a_sentence_without_an_actor_has_none(run):
    assert run("It is a fine day and the will is there.") == ()

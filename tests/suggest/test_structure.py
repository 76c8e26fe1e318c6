from detente.documents import Document, split_paragraphs
from detente.suggest import suggest
from detente.suggest.syntax import Parse


def event(text, pos, role, head):
    """The one event of a sentence whose structure is given by hand."""
    parse = Parse(tuple(pos.split()), tuple(role.split()), tuple(head))
    document = Document("d", "", text, split_paragraphs(text))
    found = suggest(document, only=["events"], parser=lambda asked: [parse for _ in asked])
    return [(s.type, s.actor, s.recipient) for s in found]


def test_the_subject_acts_and_the_object_receives():
    found = event(
        "China near Japan rejected Russia",
        "PROPN ADP PROPN VERB PROPN", "nsubj prep pobj ROOT dobj", [3, 0, 1, 3, 3],
    )  # fmt: skip
    assert found == [("REJECT", ("CHN",), ("RUS",))]


def test_the_nearest_name_in_a_subject_counts():
    found = event(
        "Japan fears of China rejected Russia",
        "PROPN NOUN ADP PROPN VERB PROPN", "poss nsubj prep pobj ROOT dobj", [1, 4, 1, 2, 4, 4],
    )  # fmt: skip
    assert found == [("REJECT", ("JPN",), ("RUS",))]


def test_joined_subjects_act_together():
    found = event(
        "Japan and China rejected Russia",
        "PROPN CCONJ PROPN VERB PROPN", "nsubj cc conj ROOT dobj", [3, 0, 0, 3, 3],
    )  # fmt: skip
    assert found == [("REJECT", ("JPN", "CHN"), ("RUS",))]


def test_a_passive_turns_them_round():
    found = event(
        "Russia was rejected by Japan",
        "PROPN AUX VERB ADP PROPN", "nsubjpass auxpass ROOT agent pobj", [2, 2, 2, 2, 3],
    )  # fmt: skip
    assert found == [("REJECT", ("JPN",), ("RUS",))]


def test_what_the_parser_takes_for_a_noun_is_no_act():
    assert event("Japan rejected Russia", "PROPN NOUN PROPN", "nsubj ROOT dobj", [1, 1, 1]) == []


def test_without_a_subject_nobody_acts():
    found = event(
        "Japan : rejected Russia", "PROPN PUNCT VERB PROPN", "dep punct ROOT dobj", [2, 2, 2, 2]
    )
    assert found == []

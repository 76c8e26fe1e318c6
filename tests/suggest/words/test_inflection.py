import pytest

from detente.suggest.words.inflection import forms


@pytest.mark.parametrize(
    ("lemma", "third", "past", "participle", "ing"),
    [
        ("impose", "imposes", "imposed", "imposed", "imposing"),
        ("deny", "denies", "denied", "denied", "denying"),
        ("deploy", "deploys", "deployed", "deployed", "deploying"),
        ("march", "marches", "marched", "marched", "marching"),
        ("ban", "bans", "banned", "banned", "banning"),
        ("give", "gives", "gave", "given", "giving"),
        ("meet", "meets", "met", "met", "meeting"),
        ("flee", "flees", "fled", "fled", "fleeing"),
        ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
    ],
)
def test_forms(lemma, third, past, participle, ing):
    found = forms(lemma)
    assert (found.third, found.past, found.participle, found.ing) == (third, past, participle, ing)

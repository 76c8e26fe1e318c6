"""The forms of English verbs: by rule, with the irregular ones of the word lists written out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.suggest.words import group

__all__ = ["Forms", "forms"]

_IRREGULAR = {
    # lemma: past and past participle, one form where they are the same
    "arise": "arose arisen", "beat": "beat beaten", "become": "became become",
    "begin": "began begun", "bind": "bound", "blow": "blew blown", "break": "broke broken",
    "bring": "brought", "build": "built", "buy": "bought", "cast": "cast", "choose": "chose chosen",
    "come": "came come", "cut": "cut", "deal": "dealt", "draw": "drew drawn", "drive": "drove driven",
    "fall": "fell fallen", "feel": "felt", "fight": "fought", "find": "found", "flee": "fled",
    "foresee": "foresaw foreseen", "forbid": "forbade forbidden", "force": "forced",
    "get": "got", "give": "gave given", "go": "went gone", "hang": "hung", "hear": "heard",
    "hit": "hit", "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led",
    "leave": "left", "let": "let", "lose": "lost", "make": "made", "mean": "meant", "meet": "met",
    "overthrow": "overthrew overthrown", "pay": "paid", "put": "put", "quit": "quit", "reset": "reset",
    "rise": "rose risen", "run": "ran run", "say": "said", "see": "saw seen", "seek": "sought",
    "sell": "sold", "send": "sent", "set": "set", "shoot": "shot", "show": "showed shown",
    "shut": "shut", "speak": "spoke spoken", "split": "split", "spread": "spread", "stand": "stood",
    "steal": "stole stolen", "stick": "stuck", "strike": "struck", "swear": "swore sworn",
    "take": "took taken", "tell": "told", "think": "thought", "throw": "threw thrown",
    "uphold": "upheld", "win": "won", "withdraw": "withdrew withdrawn", "withhold": "withheld",
    "withstand": "withstood", "write": "wrote written", "retake": "retook retaken",
    "overrun": "overran overrun",
}  # fmt: skip
_DOUBLING = group("doubling")


@dataclass(frozen=True)
class Forms:
    """The forms of a verb: the base, the third person, past, participle and -ing form."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


def forms(lemma: str) -> Forms:
    """Return the forms of a verb.

    >>> forms("meet")
    Forms(base='meet', third='meets', past='met', participle='met', ing='meeting')
    >>> forms("deny").past, forms("stop").ing, forms("impose").ing
    ('denied', 'stopping', 'imposing')
    """
    ends_in_y = re.search(r"[^aeiou]y$", lemma)
    third = lemma[:-1] + "ies" if ends_in_y else lemma + ("es" if _hisses(lemma) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    if lemma in _IRREGULAR:
        past, _, participle = _IRREGULAR[lemma].partition(" ")
    else:
        past = lemma[:-1] + "ied" if ends_in_y else lemma + "d" if lemma[-1] == "e" else stem + "ed"
        participle = past
    silent = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
    return Forms(lemma, third, past, participle or past, (lemma[:-1] if silent else stem) + "ing")


def _hisses(lemma: str) -> bool:
    return lemma.endswith(("s", "x", "z", "ch", "sh", "o"))

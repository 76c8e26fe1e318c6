"""What no sentence of a report may do.

L1 (ICD 203 D.6.e.2.b): no sentence holds both a level of confidence and a degree of likelihood.
"""

from __future__ import annotations

import re

__all__ = ["lint_sentence", "lint_text", "sentences"]

_CONFIDENCE = re.compile(r"\bconfiden(?:ce|t|tly)\b", re.I)
_LIKELIHOOD = re.compile(
    r"\b(?:un|highly |very |most )?likel(?:y|ihood)\b|\b(?:im)?probab(?:le|ly|ility)\b"
    r"|\balmost (?:no chance|certain(?:ly)?)\b|\bnearly certain(?:ly)?\b|\bremote chance\b"
    r"|\broughly even (?:chance|odds)\b|\brealistic possibility\b|\bodds\b",
    re.I,
)
_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])|\n+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line break ends one too.

    >>> sentences("It is likely. We have low confidence in this.")
    ['It is likely.', 'We have low confidence in this.']
    """
    return [s.strip() for s in _END.split(text) if s.strip()]


def lint_sentence(sentence: str) -> str:
    """Return what is wrong with a sentence, or an empty text.

    >>> lint_sentence("We have low confidence that a deal is likely.")
    'L1: `confidence` and `likely` stand in one sentence'
    >>> lint_sentence("A deal is likely.")
    ''
    """
    sure, chance = _CONFIDENCE.search(sentence), _LIKELIHOOD.search(sentence)
    if sure and chance:
        return f"L1: `{sure[0]}` and `{chance[0]}` stand in one sentence"
    return ""


def lint_text(text: str) -> list[str]:
    """Return what is wrong with each sentence of a text that breaks a rule."""
    return [f"{said} — {s}" for s in sentences(text) if (said := lint_sentence(s))]

"""What it turns on, in words: readings, what-ifs and disagreements of the documents."""

from __future__ import annotations

from collections import Counter

from detente.judgement.finding import KeyJudgement, Turning
from detente.report.inlines import Written
from detente.report.material import Material
from detente.report.names import capital, count, listed, number

__all__ = ["turns"]


def turns(material: Material, judgement: KeyJudgement) -> Written:
    """Return claim and detail on what the judgements turn on."""
    found = next(f for f in judgement.findings if isinstance(f, Turning))
    readings = [v for v in found.variations if v.kind == "reading"]
    changed = [v for v in readings if v.changed]
    said = []
    if readings and changed:
        where = listed([material.words.model(m) for m in dict.fromkeys(v.model for v in changed)])
        all_ = "all of them" if len(changed) > 1 else "it stands"
        tail = f", {all_} in {where}" if len(material.models) > 1 else ""
        one = "changes" if len(changed) == 1 else "change"
        said.append(
            f"{capital(number(len(changed)))} of {count(len(readings), 'other reading')} of the "
            f"parties {one} what holds{tail}."
        )
    elif readings:
        said.append(
            f"What holds does not turn on how the parties are read: none of "
            f"{count(len(readings), 'other reading')} changes it."
        )
    said += [_aims(found), _what_ifs(found), _quarrels(found)]
    kept = [s for s in said if s]
    return kept[0], " ".join(kept[1:])


def _aims(found: Turning) -> str:
    readings = [v for v in found.variations if v.kind == "reading" and v.aim]
    held = [v for v in readings if any(v.aim.get(k) for k in ("nash", *v.aim))]
    if not readings or not held:
        return ""
    return f"Under {number(len(held))} of these readings the outcome asked about holds as well."


def _what_ifs(found: Turning) -> str:
    tried = [v for v in found.variations if v.kind == "what-if" and v.aim]
    held = [v for v in tried if v.aim.get("nash", any(v.aim.values()))]
    if not tried:
        return ""
    they = (
        "none makes" if not held else f"{number(len(held))} {'makes' if len(held) == 1 else 'make'}"
    )
    return f"Of {count(len(tried), 'what-if')}, {they} the outcome asked about hold."


def _quarrels(found: Turning) -> str:
    of = Counter(q.conduct for q in found.quarrels)
    if not found.quarrels:
        return ""
    parts = []
    if of["different"]:
        parts.append(
            f"{number(of['different'])} {'leads' if of['different'] == 1 else 'lead'} to different conduct"
        )
    if of["same"]:
        parts.append(
            f"{number(of['same'])} to the same conduct"
            if parts
            else f"{number(of['same'])} lead to the same conduct"
        )
    if of["unknown"]:
        be = "is" if of["unknown"] == 1 else "are"
        parts.append(f"{number(of['unknown'])} {be} beyond what the models can tell")
    total = count(len(found.quarrels), "disagreement")
    return f"Of the {total} between the documents, {listed(parts)}."

"""Write the reference pages that follow from the shelves: `python docs/generate.py`."""

from __future__ import annotations

from pathlib import Path

from detente.judgement.inquiry import CHECKS, PENDING
from detente.stability import CONCEPTS
from detente.stability.coalition_definitions import COALITION_CONCEPTS

HERE = Path(__file__).parent / "reference"


def concepts() -> str:
    """Return the page of stability concepts."""
    lines = ["# Stability concepts", "", "Generated from `detente.stability.concepts`.", ""]
    for key, concept in CONCEPTS.items():
        lines += [
            f"## {key}",
            "",
            f"**{concept.name}.** {concept.meaning}",
            "",
            f"Limits: {concept.limits}",
            "",
            f"Source: {concept.source}.",
            "",
        ]
    lines += [
        "An equilibrium is a state that is stable for every decision maker. R ⊆ SMR ⊆ GMR,",
        "R ⊆ SEQ ⊆ GMR and SSEQ ⊆ SEQ ∩ SMR. In a joint move nobody moves twice in succession; a",
        "decision maker may move again later.",
    ]
    return "\n".join([*lines, *_coalitions()]) + "\n"


def _coalitions() -> list[str]:
    lines = ["", "## Coalition stability", ""]
    lines += [
        "A coalition is a non-empty set of decision makers H. A coalition improvement is a state that",
        "H can bring about by its own joint moves and that every member prefers. A state is universally",
        "stable if it is stable for all 2ⁿ − 1 coalitions. CNash ⊆ CSMR ⊆ CGMR, and CNash ⊆ CSEQ ⊆ CGMR",
        "where moves are transitive, as those of options are.",
        "",
    ]
    for key, concept in COALITION_CONCEPTS.items():
        lines += [f"**{key}: {concept.name}** (one decision maker: {concept.individual})."]
        lines += [f"{concept.meaning} Limits: {concept.limits} Source: {concept.source}.", ""]
    return [
        *lines,
        "An equilibrium jump is a coalition improvement that leads from one equilibrium to another",
        "(Kilgour, Hipel, Fang & Peng 2001).",
    ]


def checks() -> str:
    """Return the page of kinds of check."""
    lines = ["# Kinds of check", "", "Generated from `detente.judgement.checks`.", ""]
    lines += [
        "A check of an inquiry names a computation (`compute`), its arguments and what is expected",
        "(`expect`). The expectation must hold for every row found. It is a map from names in the row to",
        "a value, a bound (`>= 1`, `<= 0.1`, `0.2..0.4`), `yes`, `no`, `none`, a list, or",
        "`{includes: […]}`.",
        "",
    ]
    for key, kind in CHECKS.items():
        doc = " ".join((kind.run.__doc__ or "").split())
        arguments = ", ".join(f"`{name}`" for name in kind.arguments.model_fields)
        lines += [f"## {key}", "", f"{kind.meaning}. {doc}", "", f"Arguments: {arguments}.", ""]
    lines += ["## Not yet computed", ""]
    lines += ["A case may ask for these; they are reported as open.", ""]
    lines += [f"- `{key}` needs {need}" for key, need in PENDING.items()]
    return "\n".join(lines) + "\n"


PAGES = {"concepts.md": concepts, "checks.md": checks}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

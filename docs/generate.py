"""Write the reference pages that follow from the shelves: `python docs/generate.py`."""

from __future__ import annotations

from pathlib import Path

from detente.judgement.inquiry import CHECKS, PENDING
from detente.stability import CONCEPTS

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
    return "\n".join(lines) + "\n"


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

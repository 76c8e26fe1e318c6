"""Write the reference pages that follow from the shelves: `python docs/generate.py`."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

from detente.judgement.inquiry import CHECKS
from detente.stability import CONCEPTS, STRUCTURES, Concept
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.families import Family
from detente.stability.game import MOST_STATES
from detente.stability.ranking import CRITERIA
from detente.stability.structure import Numbers

HERE = Path(__file__).parent / "reference"


def concepts() -> str:
    """Return the page of stability concepts."""
    lines = ["# Stability concepts", "", "Generated from `detente.stability.concepts`.", ""]
    lines += [
        "A concept is named by its key: `--concept seq`. Where it has a parameter, that follows after a",
        "colon: `--concept lh:3`. `--concept jp=nash,ru=lh:3,seq` gives decision makers concepts of their",
        "own; the one without `=` serves the rest. The first five are thresholds: they give a margin, they",
        "are computed where none is asked for, and only they serve `unlock`. The others are computed on",
        f"the feasible states as a graph, {MOST_STATES:,} at most.",
        "",
    ]
    for key, concept in CONCEPTS.items():
        lines += [f"## {key}", "", f"**{concept.name}.** {concept.meaning}", ""]
        if isinstance(concept, Family):
            lines += [f"Written `{concept.usage}`, with {concept.parameter}.", ""]
        lines += [
            *_told(concept),
            f"Limits: {concept.limits}",
            "",
            f"Source: {concept.source}.",
            "",
        ]
    lines += [
        "An equilibrium is a state that is stable for every decision maker. R ⊆ SMR ⊆ GMR,",
        "R ⊆ SEQ ⊆ GMR and SSEQ ⊆ SEQ ∩ SMR; R = MR_1 ⊆ MR_3 ⊆ … ⊆ policy ⊆ … ⊆ MR_4 ⊆ MR_2 = GMR,",
        "L_h ⊆ MR_h and R ⊆ SIM. In a joint move nobody moves twice in succession; a decision maker may",
        "move again later.",
    ]
    return "\n".join([*lines, *_coalitions()]) + "\n"


def _told(concept: Concept) -> list[str]:
    """Return what the file of a concept that is no threshold says between its name and its source."""
    if concept.replies is not None:
        return []
    told = (sys.modules[concept.holds.__module__].__doc__ or "").partition("\n\n")[2]
    return [told.partition("Source:")[0].strip(), ""]


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


def preferences() -> str:
    """Return the page of structures of preference."""
    lines = ["# Preference structures", "", "Generated from `detente.stability.preferences`.", ""]
    lines += [
        "Ranks say which of two states a party prefers. The structures below say more: how strongly, how",
        "surely, or for whose sake. Each answers three questions about a party in a state: which states it",
        "would leave it for, which replies keep it there, and where it would move to in reply to others.",
        "The five classical concepts ask nothing else of preferences, so all of them run under every",
        "structure; a concept that needs ranks refuses the others.",
        "",
        "`detente stability CASE --preferences unknown:a` adds what holds under a structure and variant to",
        "what holds by ranks alone, and says for whom each difference is one. Without a variant all are",
        "looked at. In Python `game_with(case, model, settings, 'unknown:a')` of",
        "`detente.stability.stated` is the game under a structure.",
        "",
        "## Three ways to get ranks",
        "",
        "A reading ranks states by statements in an order (the state whose statements come true first),",
        "by weights (of options and other names, added up) or directly (conditions, best first; a",
        "condition that several states meet puts them on one place). All three allow ties. What edits",
        "statements, such as `detente unlock`, leaves parties without any as they are; the engine `sat`",
        "refuses them.",
        "",
    ]
    for key, structure in STRUCTURES.items():
        lines += [f"## {key}", "", f"**{structure.name}.** {structure.meaning}", ""]
        lines += [f"In a case file: {structure.says}", "", f"Limits: {structure.limits}", ""]
        named = {v: meaning for v, meaning in structure.variants.items() if v}
        lines += [f"- `{key}:{v}`: {meaning}" for v, meaning in named.items()]
        numbers = ",".join(structure.numbers.names)
        lines += [f"- `{key}:{numbers.upper()}`: {_numbers(structure.numbers)}"] * bool(numbers)
        lines += [""] * bool(named or numbers)
        lines += [f"Source: {structure.source}.", ""]
    return "\n".join([*lines, *_hypergames()]) + "\n"


def _numbers(numbers: Numbers) -> str:
    least = ("0" if from_zero else "above 0" for from_zero in numbers.from_zero)
    return "; ".join(f"{n} from {b} to 1" for n, b in zip(numbers.names, least, strict=True))


def _hypergames() -> list[str]:
    return [
        "## Hypergames",
        "",
        "Parties may misperceive each other. `perceptions` of a model say which readings a party believes",
        "the others to go by, and of which options it does not know; these stay as they are today for it.",
        "`detente perceive CASE` then says what holds if every party judges states in the game that it",
        "sees: which of that would hold in truth, too, who expects it, what each single misperception",
        "changes. Under Nash stability, general and symmetric metarationality the readings of others do",
        "not matter; only credible replies depend on them.",
        "",
        "Perceptions may be nested: what a party believes others to believe makes its view a hypergame,",
        "whose equilibria are what it expects.",
        "",
        "Source: Bennett (1977); Wang, Hipel & Fraser (1988); Aljefri, Bashar, Fang & Hipel (2018);",
        "Aljefri, Hipel & Fang (2018). The classes of equilibria of the last two are not named here; their",
        "definitions were not checked.",
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
    return "\n".join(lines).rstrip() + "\n"


def ranking() -> str:
    """Return the page of criteria by which equilibria are ranked."""
    lines = ["# Criteria of ranking", "", "Generated from `detente.stability.ranking`.", ""]
    lines += ["`detente rank --by` takes them in the order in which they are to count.", ""]
    lines += [f"- `{key}`: {criterion.meaning}" for key, criterion in CRITERIA.items()]
    return "\n".join(lines) + "\n"


def performance() -> str:
    """Return the page of measured times, from the run that was saved last."""
    run = json.loads((ROOT / "benchmarks" / "results" / "saved.json").read_text(encoding="utf-8"))
    where = f"{run['cores']} cores, {run['gigabytes']} GB, Python {run['python']}"
    lines = [
        "# Time and memory",
        "",
        "Generated from the saved run of `python -m benchmarks --save`.",
        "",
    ]
    lines += [
        f"Machine: {where}; load average {run['load']:.1f} before the run. Where others use the machine,",
        "processor seconds (CPU s) tell more than seconds. Compiled code was at hand. Peak memory is that of",
        "the whole process. The last column is the share of the memory bandwidth, measured by copying: the",
        "time that reading every rank once would take (for `bits`: reading and writing one bit a state for",
        "each party), by the time taken.",
        "",
        *TABLES.markdown(TABLES.scale_rows(run["scale"])),
        "",
        "Strict random ranks are the hardest for SEQ: everything differs, so everything has to be sorted and",
        "followed. Cases are random conflicts of statements with up to three options, an eighth of the",
        "options ruled out in patterns and a tenth of them irreversible.",
        "",
    ]
    if run["others"]:
        lines += [
            "## Beside another library",
            "",
            "Pure Nash equilibria of the same strict random games, found by both in the same run; the least",
            "processor time of three, without reading the game in. Gambit takes any strategic form; detente",
            "uses that options are bits.",
            "",
            *TABLES.markdown(TABLES.other_rows(run["others"])),
            "",
        ]
    return "\n".join(lines)


def _loaded(path: Path) -> ModuleType:
    """Load a module from its file, so that this page needs no path set."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ROOT = Path(__file__).parents[1]
TABLES = _loaded(ROOT / "benchmarks" / "tables.py")
PAGES = {
    "concepts.md": concepts,
    "preferences.md": preferences,
    "checks.md": checks,
    "ranking.md": ranking,
    "performance.md": performance,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

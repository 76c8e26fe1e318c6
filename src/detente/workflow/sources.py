"""The sources of a case, what they judge, what they cover, and their records: `sources`."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from detente.case import Case, open_case
from detente.case.checks.references import references
from detente.case.formatter import write_whole
from detente.errors import FileProblem, UsageError
from detente.evidence.judgements import compare
from detente.evidence.records import csl_records, json_lines, sources_of_csl
from detente.evidence.summary import bases_of, summarise
from detente.judgement.coverage import counts, coverage, doubts
from detente.judgement.handles import handle
from detente.report.citations import words_of
from detente.report.screen.sources import coverage_text, judgements_text, sources_text
from detente.workflow.outcome import Outcome

__all__ = ["covered", "exported", "imported", "judged", "sources"]


def sources(name: str) -> Outcome:
    """List the sources with their grades and how often they are cited."""
    case = open_case(name)
    cited = Counter(r.source for _, r in references(case) if r.at)
    shapes = {
        id: {
            "citation": s.citation(),
            "reliability": s.reliability,
            "issued": str(s.issued or ""),
            "kind": s.kind,
            "stance": s.stance,
            "judgement": s.judgement,
            "weak_points": s.note,
            "file": s.file,
            "sha256": s.sha256,
            "claims": bases_of(c for c in case.evidence.values() if c.source == id),
            "cited": cited[id],
        }
        for id, s in case.sources.items()
    }
    summary = asdict(summarise(case.sources, case.evidence))
    summary |= {k: str(summary[k] or "") for k in ("oldest", "newest")}
    data = {"case": case.case.id, "summary": summary, "sources": shapes}
    return Outcome(data, sources_text(case, cited))


def judged(name: str) -> Outcome:
    """Compare the judgements of the sources: the matrix, agreements and contradictions by pair."""
    case = open_case(name)
    found = compare(case.judgements, _answering(case))
    data: dict[str, Any] = {
        "case": case.case.id,
        "sources": list(found.sources),
        "judgements": {
            id: {"ask": j.ask, "answers": dict(j.answers)} for id, j in case.judgements.items()
        },
        "unanimous": list(found.unanimous),
        "pairs": [
            {"between": list(pair), "agree": list(found.agreements[pair]), "contradict": list(ids)}
            for pair, ids in found.conflicts.items()
        ],
    }
    return Outcome(data, judgements_text(case, found))


def _answering(case: Case) -> tuple[str, ...]:
    answering = {s for j in case.judgements.values() for s in j.answers}
    return tuple(s for s in case.sources if s in answering)


def covered(name: str) -> Outcome:
    """Say what the assertions of a case rest on: several sources, one, opinion, us, nothing."""
    case = open_case(name)
    found, doubted = coverage(case), list(doubts(case))
    data = {
        "case": case.case.id,
        "counts": dict(counts(found)),
        "doubts": doubted,
        "assertions": [
            {
                "handle": handle(c.path),
                "kind": c.kind,
                "cover": c.cover,
                "sources": list(c.sources),
                "words": words_of(c.part),
            }
            for c in found
        ],
    }
    return Outcome(data, coverage_text(found, doubted))


def exported(name: str, csl: Path | None = None, ledgers: Path | None = None) -> Outcome:
    """Write the sources as CSL-JSON to a file, and every ledger as lines of JSON to a folder.

    Raises `FileProblem` where something cannot be written.
    """
    case = open_case(name)
    texts: dict[Path, str] = {}
    if csl is not None:
        texts[csl] = json.dumps(csl_records(case.sources), indent=1, ensure_ascii=False) + "\n"
    if ledgers is not None:
        try:
            ledgers.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem("cannot be made", file=str(ledgers), found=error.strerror) from None
        texts |= {ledgers / f"{key}.jsonl": text for key, text in _ledgers(case).items() if text}
    for path, text in texts.items():
        write_whole(path, text)
    said = "\n".join(f"Written: {path}" for path in texts)
    return Outcome({"written": [str(p) for p in texts]}, said, written=tuple(texts))


def _ledgers(case: Case) -> dict[str, str]:
    found = {
        "claims": json_lines(case.evidence),
        "events": json_lines(case.timeline),
        "judgements": json_lines(case.judgements),
        "forecasts": json_lines(case.forecasts),
        "quantities": json_lines(case.quantities),
        "assumptions": json_lines(case.assumptions),
        "derived": json_lines(case.derived),
        "mechanisms": json_lines(case.influences.edges),
    }
    rows = {f"{s}/{r}": row for s, m in case.hypotheses.items() for r, row in m.evidence.items()}
    return found | {"evidence-rows": json_lines(rows)}


def imported(file: Path) -> Outcome:
    """Return the sources of a CSL-JSON file as a section of a case file.

    Raises `FileProblem` where it cannot be read, `UsageError` where it is no CSL-JSON.
    """
    try:
        records = json.loads(file.read_text(encoding="utf-8"))
        found = sources_of_csl(records)
    except OSError as error:
        raise FileProblem("cannot be read", file=str(file), found=error.strerror) from None
    except (ValueError, ValidationError) as error:
        if isinstance(error, ValidationError):
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise UsageError(f"a record does not fit: {where}: {first['msg']}") from None
        raise UsageError("this is no JSON", found=file.name) from None
    section = {"sources": found}
    return Outcome(section, yaml.safe_dump(section, sort_keys=False, allow_unicode=True).rstrip())

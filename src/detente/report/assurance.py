"""Sentences of confidence and of sourcing; never a word of likelihood among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from detente.case import Case
from detente.evidence.summary import SourceSummary
from detente.judgement.confidence import Confidence, Ground, Sourcing
from detente.report.dates import in_words
from detente.report.names import capital, count, listed, number
from detente.report.words import Words, concepts_listed

__all__ = [
    "confidence_sentence",
    "grade",
    "ground_clause",
    "sourcing_sentence",
    "summary_sentences",
]

Values = Mapping[str, object]
_LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

_BASES = {"reported": "reported", "inference": "inferred", "opinion": "opinion"}


def grade(letter: str) -> str:
    """Return an Admiralty letter with its meaning.

    >>> grade("B")
    'B (usually reliable)'
    """
    return f"{letter} ({_LETTERS[letter]})" if letter in _LETTERS else ""


def confidence_sentence(words: Words, confidence: Confidence) -> str:
    """Return the sentence that states a level of confidence and names its driver."""
    clause = ground_clause(words, confidence.driver)
    if confidence.own is not None:
        reason = confidence.own.reason.rstrip(". ")
        return (
            f"We have {confidence.level} confidence in this by our own judgement: {reason}. "
            f"By the rules of this report it would be {confidence.driver.level}, because {clause}."
        )
    if confidence.level == "high":
        others = [ground_clause(words, g) for g in confidence.grounds if g != confidence.driver]
        clause = listed([clause, *others])
    return f"We have {confidence.level} confidence in this, because {clause}."


def ground_clause(words: Words, ground: Ground) -> str:
    """Return one ground of confidence as a clause."""
    return _CLAUSES[ground.reason](words, ground.values)


def _names(values: Values, key: str) -> tuple[str, ...]:
    found = values[key]
    assert isinstance(found, tuple)
    return found


def _whole(values: Values, key: str) -> int:
    found = values[key]
    assert isinstance(found, int)
    return found


def _few(words: Words, values: Values) -> str:
    return f"only two documents ({listed(_names(values, 'documents'))}) stand behind it"


def _own(words: Words, values: Values) -> str:
    own, of = _whole(values, "own"), _whole(values, "of")
    if own == of:
        return "it rests on our own additions or outside knowledge alone"
    be = "is" if own == 1 else "are"
    return f"{number(own)} of the {number(of)} references behind it {be} our own or from outside"


def _weak(words: Words, values: Values) -> str:
    good, of = _whole(values, "good"), len(_names(values, "documents"))
    return f"{number(good) if good else 'none'} of the {number(of)} documents behind it is graded A or B"


def _differ(words: Words, values: Values) -> str:
    differ = concepts_listed(_names(values, "differ"))
    if not _names(values, "agree"):
        return "the models differ in it under every stability concept"
    verb = "does" if len(_names(values, "differ")) == 1 else "do"
    return f"{differ} {verb} not bear it out"


def _changed(words: Words, values: Values) -> str:
    changed, of = _names(values, "changed"), _whole(values, "of")
    if of == 1:
        return "another reading of a party changes the result"
    where = listed([words.model(m) for m in changed])
    return f"other readings of a party change the result in {where}"


def _few_readings(words: Words, values: Values) -> str:
    tried, of = len(_names(values, "tried")), _whole(values, "of")
    return (
        f"other readings of a party could be tried in only {number(tried)} of {count(of, 'model')}"
    )


def _assumption(words: Words, values: Values) -> str:
    text = words.case.assumptions[str(values["assumption"])].text.rstrip(". ")
    return f"it leans on an assumption that nothing supports: “{text}”"


def _open(words: Words, values: Values) -> str:
    left, of = _whole(values, "open"), _whole(values, "of")
    if not left:
        return "every model and every disagreement of the documents was put to the test"
    be = "is" if left == 1 else "are"
    return f"{number(left)} of the {count(of, 'disagreement')} {be} beyond what the models can tell"


def _base(words: Words, values: Values) -> str:
    share, low, high = (_whole(values, key) for key in ("share", "low", "high"))
    rate = f"{low} %" if low == high else f"{low} to {high} %"
    return f"the share of runs, {share} %, lies outside the base rate of {rate}"


def _apart(words: Words, values: Values) -> str:
    whose = words.whose(str(values["actor"]))
    return (
        f"knowing {whose} reading would move the share of runs by {_whole(values, 'points')} points"
    )


_CLAUSES: Mapping[str, Callable[[Words, Values], str]] = {
    "no sources": lambda w, v: "no priority behind it names a source",
    "own additions": _own,
    "one document": lambda w, v: f"one document alone ({_names(v, 'documents')[0]}) carries it",
    "few documents": _few,
    "mostly inferred": lambda w, v: (
        f"{number(_whole(v, 'inferred'))} of the {number(_whole(v, 'claims'))} claims behind it "
        "are inference or opinion"
    ),
    "weak sources": _weak,
    "several documents": lambda w, v: (
        f"{number(len(_names(v, 'documents')))} documents stand behind it"
    ),
    "search stopped": lambda w, v: "the search behind it was stopped before its end",
    "concepts agree": lambda w, v: "every stability concept agrees",
    "concepts differ": _differ,
    "one reading": lambda w, v: "the case holds no other reading of any party to test it with",
    "readings change it": _changed,
    "few readings": _few_readings,
    "readings agree": lambda w, v: "no other reading of a party changes it",
    "unsupported assumption": _assumption,
    "matters open": _open,
    "no base rate": lambda w, v: "the question names no base rate",
    "runs near base rate": lambda w, v: "the runs lie near the base rate",
    "runs off base rate": _base,
    "one reading drawn": lambda w, v: "the runs draw no party's reading from several",
    "readings near": lambda w, v: "no party's reading moves the share of runs by much",
    "readings apart": _apart,
    "no record": lambda w, v: "no forecast of this model has come to be scored",
}


def sourcing_sentence(case: Case, sourcing: Sourcing) -> str:
    """Return the source summary statement of a judgement (ICD 206), or that there is none.

    >>> from detente.case import open_case
    >>> sourcing_sentence(open_case("japan-russia"), Sourcing(("002",), ("002¶23",), 1, 0, 0, None, "B"))
    'Sources: document 002, one paragraph, graded B (usually reliable).'
    """
    if not sourcing.references:
        return "Sources: none are named."
    parts = []
    documents = sourcing.documents
    if documents:
        several = f"{number(len(documents))} documents ({listed(documents)})"
        parts.append(f"document {documents[0]}" if len(documents) == 1 else several)
        parts.append(count(len(sourcing.paragraphs), "paragraph"))
        if sourcing.newest is not None:
            parts.append(f"the newest of {in_words(sourcing.newest)}")
        weakest = "graded" if len(documents) == 1 else "the weakest graded"
        parts.append(f"{weakest} {grade(sourcing.weakest)}")
    if sourcing.claims:
        parts.append(_claimed(sourcing))
    if sourcing.own:
        parts.append(f"{count(sourcing.own, 'addition')} of our own")
    if sourcing.outside:
        parts.append(f"{count(sourcing.outside, 'point')} from outside the documents")
    return f"Sources: {', '.join(parts)}."


def _claimed(sourcing: Sourcing) -> str:
    """Return how many claims stand behind a judgement, and how many are no plain report."""
    weak = [
        f"{number(n)} {words}"
        for n, words in (
            (sourcing.inferred, "inference or opinion"),
            (sourcing.doubtful, "doubtful"),
        )
        if n
    ]
    said = count(sourcing.claims, "claim")
    return f"{said} ({listed(weak)})" if weak else said


def summary_sentences(summary: SourceSummary) -> str:
    """Return the source summary statement of a whole case (ICD 206).

    >>> from detente.case import open_case
    >>> from detente.evidence.summary import summarise
    >>> case = open_case("japan-russia")
    >>> summary_sentences(summarise(case.sources, {}))
    'Five sources of five originators, from October 2014 to 25 May 2018: four graded B, one graded D.'
    """
    if not summary.sources:
        return "The case names no sources."
    said = f"{count(summary.sources, 'source')} of {count(summary.originators, 'originator')}"
    if summary.oldest and summary.newest:
        one = summary.oldest == summary.newest
        ends = in_words(summary.oldest), in_words(summary.newest)
        said += f", of {ends[0]}" if one else f", from {ends[0]} to {ends[1]}"
    grades = ", ".join(f"{number(n)} graded {letter}" for letter, n in summary.grades.items())
    said = f"{capital(said)}: {grades}."
    return f"{said} {_claims(summary)}" if summary.claims else said


def _claims(summary: SourceSummary) -> str:
    be = "is" if summary.claims == 1 else "are"
    bases = [f"{summary.bases[b]} {words}" for b, words in _BASES.items() if summary.bases.get(b)]
    return (
        f"{capital(count(summary.claims, 'claim'))} {be} taken from them: {listed(bases)}. "
        f"{summary.borne_out} are borne out by another source, {summary.disputed} disputed, "
        f"{summary.doubtful} doubtful. Whether the sources draw on one another is not known."
    )

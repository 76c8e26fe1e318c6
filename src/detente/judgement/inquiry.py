"""Answer the questions of a case: run their checks, say what agrees and what is still needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from pydantic import ValidationError

from detente.case import Case, Examined, OptionModel
from detente.case.ledgers import Check, Inquiry
from detente.errors import Problem, UnknownName, UsageError, did_you_mean
from detente.judgement.answer import CheckResult, InquiryAnswer, agrees
from detente.judgement.check import CheckKind, Conditions
from detente.registry import Shelf
from detente.stability import CLASSICAL
from detente.stability.graph import known_formula
from detente.stability.settings import checked, resolve

__all__ = ["CHECKS", "answer_inquiries", "inquiry_problems"]

CHECKS: Shelf[CheckKind] = Shelf("detente.judgement.checks", "kind of check")


def answer_inquiries(case: Case, only: Sequence[str] = ()) -> tuple[InquiryAnswer, ...]:
    """Run the checks of every inquiry, or of those named. Raises `UnknownName`.

    >>> from detente.case import open_case
    >>> answer = answer_inquiries(open_case("japan-russia"), ["Q1"])[0]
    >>> answer.agrees
    True
    """
    known = {k.casefold(): k for k in case.inquiries}
    for name in only:
        if name.casefold() not in known:
            raise UnknownName("question", name, case.inquiries)
    ids = [known[n.casefold()] for n in only] or list(case.inquiries)
    return tuple(_answer(case, id, case.inquiries[id]) for id in ids)


def _answer(case: Case, id: str, inquiry: Inquiry) -> InquiryAnswer:
    checks = tuple(_result(case, check) for check in inquiry.checks)
    return InquiryAnswer(id, inquiry.ask, inquiry.implied, inquiry.because, checks)


def _result(case: Case, check: Check) -> CheckResult:
    open_check = partial(CheckResult, check.compute, check.say, None, (), check.expect)
    try:
        kind = CHECKS[check.compute]
        arguments = kind.arguments.model_validate(check.model_extra or {})
        found = tuple(kind.run(case, arguments))
    except ValidationError:
        return open_check("a sound check (`detente check` says what is wrong with it)")
    except UsageError as error:
        return open_check(f"a sound check ({error})")
    verdict = bool(found) and all(agrees(row, check.expect) for row in found)
    return CheckResult(check.compute, check.say, verdict, found, check.expect)


def inquiry_problems(examined: Examined) -> Iterator[Problem]:
    """Yield what is wrong with the inquiries of a case, at their places in the file."""
    case = examined.case
    for id, inquiry in case.inquiries.items() if case else ():
        for i, check in enumerate(inquiry.checks):
            path = ("inquiries", id, "checks", i)
            yield from _check_problems(examined, path, check)


def _check_problems(
    examined: Examined, path: tuple[str | int, ...], check: Check
) -> Iterator[Problem]:
    if check.compute not in CHECKS:
        hint = did_you_mean(check.compute, CHECKS)
        spot = examined.places.of((*path, "compute"))
        yield spot.problem(f"unknown computation `{check.compute}`", hint)
        return
    kind = CHECKS[check.compute]
    try:
        arguments: Any = kind.arguments.model_validate(check.model_extra or {})
    except ValidationError as error:
        for problem in error.errors():
            spot = examined.places.of((*path, *problem["loc"]))
            name = str(problem["loc"][-1])
            hint = f"`{kind.key}` takes: " + ", ".join(kind.arguments.model_fields)
            yield spot.problem(f"`{name}`: {problem['msg'].lower()}", hint)
        return
    yield from _unfit(examined, path, arguments)


def _unfit(examined: Examined, path: tuple[str | int, ...], arguments: Any) -> Iterator[Problem]:
    """Yield what an argument names that its models do not have; nothing is computed for it."""
    case = examined.case
    if case is None or not isinstance(arguments, Conditions):
        return
    for field, named in _named(arguments):
        try:
            for id in arguments.each():
                _look_up(case.option_form(id), field, named, arguments)
        except UsageError as error:
            spot = examined.places.of((*path, field))
            yield spot.problem(f"{error.message} `{error.found}`", error.hint)
            if field in ("model", "models"):
                return  # without a model nothing else can be looked up


def _named(arguments: Conditions) -> Iterator[tuple[str, str]]:
    """Yield the arguments that name something, each name once; the models first."""
    yield ("models" if arguments.models else "model"), ""
    for field in ("actor", "replier", "group", "by", "concept", "concepts", "ask", "target"):
        value = getattr(arguments, field, ())
        for name in (value,) if isinstance(value, str) else value:
            yield field, name


def _look_up(model: OptionModel, field: str, name: str, arguments: Conditions) -> None:
    """Raise `UsageError` where a name is not one of the model's, or of the shelf of concepts."""
    if field in ("model", "models"):
        checked(model, arguments.settings())
    elif field in ("concept", "concepts"):
        resolve("stability concept", name, CLASSICAL)
    elif field in ("ask", "target"):
        known_formula(model, name)
    else:
        resolve("decision maker", name, model.deciders())

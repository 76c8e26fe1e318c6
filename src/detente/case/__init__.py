"""The dispute as modelled: actors, options, rules, prioritised statements, readings, questions."""

from detente.case.case import About, Case
from detente.case.formula import Formula, FormulaError, parse
from detente.case.model import OptionModel, Statement
from detente.case.opening import find_case, open_case
from detente.case.reader import Examined, examine, read_case

__all__ = [
    "About",
    "Case",
    "Examined",
    "Formula",
    "FormulaError",
    "OptionModel",
    "Statement",
    "examine",
    "find_case",
    "open_case",
    "parse",
    "read_case",
]

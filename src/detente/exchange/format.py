"""What a format for another tool is: a member of the shelf `detente.exchange.formats`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from detente.case import Case
from detente.stability import Settings

__all__ = ["Export", "ExportFormat"]


@dataclass(frozen=True)
class Export:
    """The files that a model makes, and what they do not say.

    `files` holds texts by the ending of the file's name. `notes` say what was written in another
    way, and `warnings` what another tool will take for something that it is not.
    """

    files: Mapping[str, str]
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExportFormat:
    """A format: `write` takes a case, the id of a model, how it is read, and whether to force it.

    It raises `UsageError` for a model that the format cannot say, unless it is forced and the
    format can say something near it. `graph_form` tells whether it takes models in graph form.
    """

    key: str
    meaning: str
    order: int
    write: Callable[[Case, str, Settings, bool], Export]
    graph_form: bool = False

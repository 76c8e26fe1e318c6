"""Evolutions of shipped cases as reports tell them, made once a process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tests.casebook.shipped import open_shipped

from detente.report.figure import Figure
from detente.report.figures.evolution import evolution_figure
from detente.report.figures.palette import marks_of
from detente.report.scene import Scene
from detente.report.words import Words
from detente.stability import CLASSICAL, ConflictGraph, build_graph
from detente.stability.analysis import Analysis
from detente.stability.evolution import By, Evolution
from detente.stability.evolve import evolve, evolve_form
from detente.stability.graph import State
from detente.stability.graph_form import graph_form

__all__ = ["TOLD", "Told", "figure_of", "held_in", "told"]

Told = tuple[str, str, str, By, int | None]
"""A case, a model, options to start from (or nothing), which moves count, how many at most."""

TOLD: tuple[Told, ...] = (
    ("elmira-1991", "main", "", "improvements", None),
    ("elmira-1991", "main", "", "moves", None),
    ("elmira-1991", "literature", "", "moves", None),
    ("cuba-1962", "main", "", "improvements", None),
    ("chicken", "main", "", "improvements", None),
    ("japan-russia", "2016-12", "", "improvements", None),
    ("japan-russia", "2016-12", "", "moves", 2),
    ("japan-russia", "2017-11", "jf.invest ru.concess", "improvements", None),
    ("japan-russia", "2014", "jp.sanction ru.ukraine", "moves", 0),
)


@cache
def told(what: Told) -> tuple[Scene, Evolution[State]]:
    """Return how a model is told, and its evolution."""
    name, model, start, by, within = what
    case = open_shipped(name)
    if case.graph_form(model):
        form = graph_form(case, model)
        return Scene(Words(case), form), evolve_form(form, None, by, within)
    graph = build_graph(case, model)
    where = graph.find(start.split()) if start else None
    return Scene(Words(case), graph), evolve(graph, where, by, within)


@cache
def held_in(what: Told) -> Mapping[State, Sequence[str]]:
    """Return the classical concepts under which the states reached are equilibria."""
    scene, evolution = told(what)
    if not isinstance(scene.source, ConflictGraph):
        stable = {k: c.stable(scene.source.game) for k, c in CLASSICAL.items()}
    else:
        analysis = Analysis(scene.source)
        stable = {k: analysis.stable(c) for k, c in CLASSICAL.items()}
    return {
        r.state: [k for k, rows in stable.items() if rows[:, r.number].all()]
        for r in evolution.reached
    }


@cache
def figure_of(what: Told, titled: bool = False) -> Figure:
    """Return the figure of an evolution."""
    scene, evolution = told(what)
    marks = marks_of(dict.fromkeys(scene.deciders, ""))
    return evolution_figure(scene, evolution, held_in(what), marks, titled=titled)

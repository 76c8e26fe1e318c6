"""Work with the causal network: `pulse`, `loops`, `accounts`, `network`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from detente.case import Case, open_case
from detente.case.formatter import write_whole
from detente.influence import Pulse, Scope, build_network
from detente.influence import pulse as push
from detente.influence.accounts import compare_accounts
from detente.influence.accounts import contrasts as all_contrasts
from detente.influence.linear import at_rest
from detente.influence.loops import find_loops
from detente.influence.matrix import read_matrix, write_matrix
from detente.influence.partings import partings
from detente.influence.sensitivity import flips
from detente.report.comparison import comparison, comparison_of
from detente.report.figures.network import network_figure
from detente.report.formats import format_of
from detente.report.screen.accounts import accounts_text, contrasts_text
from detente.report.screen.loops import loops_text
from detente.report.screen.network import network_text
from detente.report.screen.pulse import flips_text, focus_text, opinion_text, pulse_text
from detente.workflow.network_shapes import (
    account_shape,
    contrast_shape,
    flip_shape,
    link_shape,
    loop_shape,
    parting_shape,
    paths_shape,
    pulse_shape,
    rest_shape,
)
from detente.workflow.outcome import Outcome

__all__ = ["accounts", "loops", "network_of", "pulse", "section_of"]


def pulse(
    name: str,
    pushed: Mapping[str, float],
    scope: Scope | None = None,
    *,
    on: str = "",
    which_flip: bool = False,
    second_opinion: bool = False,
    draws: int | None = None,
    seed: int | None = None,
    figure: Path | None = None,
) -> Outcome:
    """Push nodes of the network and say which way everything else goes, or one node with reasons.

    Draws and seed are those of the case where none are given; `figure` is a file to write a drawing
    of the strongest paths to. Raises `UnknownName` for an unknown node, source, status or mechanism,
    `UsageError` for a push that is none, or a question about a node that is pushed.
    """
    case = open_case(name)
    draws, seed = draws or case.run.samples, case.run.seed if seed is None else seed
    network = build_network(case, scope)
    found = push(network, pushed, draws=draws, seed=seed)
    text = [focus_text(found, on) if on else pulse_text(found)]
    data = {"case": case.case.id, "digest": case.digest} | pulse_shape(found)
    if on:
        node = network.nodes[network.node(on)]
        data["paths"] = paths_shape(found, node)
        if which_flip:
            changes = flips(case, scope or Scope(), pushed, node, draws=draws, seed=seed)
            text.append(flips_text(changes, node))
            data["flips"] = [flip_shape(f) for f in changes]
    if second_opinion:
        rest = at_rest(network, pushed, draws=draws, seed=seed)
        text.append(opinion_text(found, rest))
        data["at_rest"] = rest_shape(rest)
    if figure is not None:
        write_whole(figure, _focus(case, found, on))
    return Outcome(data, "\n\n".join(text), written=() if figure is None else (figure,))


def _focus(case: Case, found: Pulse, on: str) -> str:
    """Return a drawing of the paths to one node, or of the strongest path to each that is reached."""
    network = found.network
    reached = [n for n, r in found.responses.items() if r.direction != "none"]
    kept: set[str] = set()
    for node in [network.nodes[network.node(on)]] if on else reached:
        paths = found.paths(node, longest=5 if on else 10)
        both = [p for p in (paths.raising, paths.lowering) if p is not None]
        for path in both if on else sorted(both, key=lambda p: -p.strength)[:1]:
            kept |= {link.id for link in path.links}
    return network_figure(case, network, links=kept, pulse=found).svg


def loops(
    name: str, scope: Scope | None = None, *, longest: int = 5, through: tuple[str, ...] = ()
) -> Outcome:
    """Name the feedback loops of the network up to a length."""
    case = open_case(name)
    network = build_network(case, scope)
    found = find_loops(network, longest, through=through)
    data = {
        "case": case.case.id,
        "longest": longest,
        "complete": found.complete,
        "reinforcing": found.reinforcing,
        "loops": [loop_shape(network.nodes, loop) for loop in found.found],
    }
    return Outcome(data, loops_text(network, found))


def accounts(
    name: str,
    pushed: Mapping[str, float] | None = None,
    *,
    draws: int = 200,
    output: Path | None = None,
) -> Outcome:
    """Compare the networks of the sources: for one push, or for every node in turn.

    `output` is a file to write a page to; its suffix says in which format. Raises `UnknownName` for
    an unknown node, `FileProblem` for a suffix that no format has or a file that cannot be written.
    """
    case = open_case(name)
    form = format_of(output) if output is not None else None
    if pushed:
        found = compare_accounts(case, pushed, draws=draws, seed=case.run.seed)
        data = {"case": case.case.id, "accounts": [account_shape(a) for a in found]}
        text, page = accounts_text(found), comparison_of(case, found)
    else:
        every = all_contrasts(case, draws=draws, seed=case.run.seed)
        parted = partings(every)
        data = {
            "case": case.case.id,
            "partings": [parting_shape(p) for p in parted],
            "contrasts": [contrast_shape(c) for c in every],
        }
        text, page = contrasts_text(case, every, parted), comparison(case, every, parted)
    if form is None or output is None:
        return Outcome(data, text)
    write_whole(output, form.render(replace(page, data=data)))
    return Outcome(data, f"{text}\n\nWritten: {output}", written=(output,))


def network_of(
    name: str,
    scope: Scope | None = None,
    matrix: Path | None = None,
    figure: Path | None = None,
) -> Outcome:
    """Say what a network holds; write it as an adjacency matrix and draw it if files are named."""
    case = open_case(name)
    network = build_network(case, scope)
    if matrix is not None:
        write_matrix(case, matrix, scope)
    if figure is not None:
        write_whole(figure, network_figure(case, network).svg)
    data = {
        "case": case.case.id,
        "nodes": {
            n: {"name": name, "kind": kind}
            for n, name, kind in zip(network.nodes, network.names, network.kinds, strict=True)
        },
        "edges": {link.id: link_shape(network.nodes, link) for link in network.links},
        "without_a_push": list(network.idle),
        "contested": [
            {"edges": list(c.edges), "matter": c.matter} for c in case.influences.contested
        ],
    }
    written = tuple(path for path in (matrix, figure) if path is not None)
    return Outcome(data, network_text(case, network), written=written)


def section_of(source: Path) -> Outcome:
    """Return the network of a matrix as a section of a case file."""
    found = read_matrix(source).model_dump(exclude_defaults=True)
    section = {"influences": found}
    return Outcome(section, yaml.safe_dump(section, sort_keys=False, allow_unicode=True).rstrip())

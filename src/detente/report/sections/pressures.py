"""What presses on the dispute: the loops that hold it where it is, and the pushes that are contested."""

from __future__ import annotations

from collections.abc import Sequence

from detente.influence import Network, build_network
from detente.influence.loops import Loop, Loops, find_loops
from detente.report.anchors import anchor
from detente.report.blocks import Block, FigureBlock, Fold, Paragraph, Row, Section, Table
from detente.report.figures.network import network_figure
from detente.report.inlines import Line, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, number

__all__ = ["pressures"]

LONGEST = 5
SHOWN = 20


def pressures(material: Material) -> Section | None:
    """Return the section, or None where the case has no causal network."""
    case = material.case
    if not case.influences.edges:
        return None
    network = build_network(case)
    loops = find_loops(network, LONGEST)
    blocks: list[Block] = [Paragraph(line(_intro(network, loops)))]
    if loops.found:
        shown = sorted(loops.found, key=lambda loop: not loop.reinforcing)[:SHOWN]
        blocks.append(_loops(material, network, loops, shown))
        kept = {link.id for loop in shown for link in loop.links}
        title = "The loops together"
        blocks.append(FigureBlock(network_figure(case, network, links=kept, title=title)))
    if case.influences.contested:
        table = _contested(material, network)
        blocks.append(
            Fold("Pushes on which the documents contradict or qualify one another", (table,))
        )
    return Section("pressures", "What presses on it", tuple(blocks))


def _intro(network: Network, loops: Loops) -> str:
    text = (
        f"Beside choices, the case holds {count(len(network.links), 'push', 'pushes')} between "
        f"{count(len(network.nodes), 'node')}: things that rise and fall without anybody deciding it."
    )
    if not loops.found:
        return f"{text} They close no loop of up to {number(LONGEST)} pushes."
    balancing = len(loops.found) - loops.reinforcing
    more = "" if loops.complete else " at least"
    return (
        f"{text} They close{more} {count(len(loops.found), 'loop')} of up to {number(LONGEST)} pushes. "
        f"{capital(number(loops.reinforcing))} reinforce what starts them, and "
        f"{number(balancing)} hold it back. How strong a push is, nobody knows; only its direction."
    )


def _loops(material: Material, network: Network, loops: Loops, shown: Sequence[Loop]) -> Table:
    rows = tuple(
        Row((_chain(network, loop), line(_does(loop)), _rests(material, loop))) for loop in shown
    )
    caption = "Feedback loops"
    if len(loops.found) > SHOWN:
        caption += f", the first {number(SHOWN)} of {len(loops.found):,}"
    return Table(caption, ("How it runs", "What it does", "Rests on"), rows)


def _chain(network: Network, loop: Loop) -> Line:
    said = [f"{capital(network.names[loop.links[0].cause])} "]
    for n, link in enumerate(loop.links):
        does = "raises" if link.sign > 0 else "lowers"
        said.append(f"{', which ' if n else ''}{does} {network.names[link.effect]}")
    return line("".join(said), ".")


def _does(loop: Loop) -> str:
    return "Reinforces" if loop.reinforcing else "Balances"


def _rests(material: Material, loop: Loop) -> Line:
    cited = {str(r): r for link in loop.links for r in link.edge.because}
    return line(", ".join(link.id for link in loop.links), material.cites(tuple(cited.values())))


def _contested(material: Material, network: Network) -> Table:
    case = material.case
    rows = []
    for n, contest in enumerate(case.influences.contested, 1):
        cited = {str(r): r for id in contest.edges for r in case.influences.edges[id].because}
        cells = (
            line(contest.matter, material.cites(tuple(cited.values()))),
            line(listed([_push(material, id) for id in contest.edges])),
        )
        rows.append(Row(cells, anchor("contest", n)))
    return Table("Contested pushes", ("What is contested", "Pushes"), tuple(rows))


def _push(material: Material, id: str) -> str:
    influences = material.case.influences
    edge = influences.edges[id]
    does = {"+": "raises", "-": "lowers", "0": "does nothing to", "?": "goes apart from"}[edge.sign]
    return f"{influences.nodes[edge.cause].name} {does} {influences.nodes[edge.effect].name} ({id})"

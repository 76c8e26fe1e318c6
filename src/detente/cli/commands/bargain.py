"""`detente bargain`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 44


@click.command("bargain")
@parameters.case
@click.option("--issue", "issues", multiple=True, metavar="ISSUE", help="Only this issue.")
@click.option("--draws", type=click.IntRange(1), default=None, help="The number of draws.")
@click.option("--seed", type=click.IntRange(0), default=None, help="The seed of the draws.")
@click.option(
    "--ratify",
    "actor",
    default="",
    metavar="ACTOR",
    help="Instead: let the home of this actor block the deal of a model.",
)
@click.option("--model", default="", help="With --ratify: the model.")
@click.option("--deal", default="", help="With --ratify: the proposition or outcome.")
@click.option("--concept", default="nash", help="With --ratify: when a state holds.")
@parameters.as_json
def command(
    case: str,
    issues: tuple[str, ...],
    draws: int | None,
    seed: int | None,
    actor: str,
    model: str,
    deal: str,
    concept: str,
    as_json: bool,
) -> int:
    """Say what comes of CASE's issues by each rule of bargaining, and what passes at home."""
    from detente.workflow.bargain import bargain, ratify

    if bool(actor) != bool(model and deal):
        raise click.UsageError("`--ratify ACTOR` needs --model and --deal, and they need it")
    if actor:
        found = ratify(case, model, actor, deal, concept, draws=draws, seed=seed)
        return show(found, as_json)
    return show(bargain(case, issues, draws=draws, seed=seed), as_json)

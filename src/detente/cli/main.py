"""The entry point: commands found on their shelf, errors turned into messages and exit codes."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from typing import Any

import click

from detente.cli.printing import fail
from detente.errors import DetenteError, FileProblem, MissingExtra
from detente.version import __version__

__all__ = ["cli", "main"]

_COMMANDS = "detente.cli.commands"

EXIT_CODES = """\b
Exit codes: 0 fine; 1 ran, but a --fail-on rule failed; 2 usage, or an invalid case;
3 a file is missing or not permitted; 4 an optional part is not installed; 130 interrupted."""


class Shelf(click.Group):
    """Commands by file name; a command is imported when it is asked for, so start-up stays light."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the work."""
        path = importlib.import_module(_COMMANDS).__path__
        names = [m.name for m in pkgutil.iter_modules(path)]
        return sorted(names, key=lambda n: (importlib.import_module(f"{_COMMANDS}.{n}").ORDER, n))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name, or None."""
        if not cmd_name.isidentifier():
            return None
        try:
            module = importlib.import_module(f"{_COMMANDS}.{cmd_name}")
        except ModuleNotFoundError as error:
            if error.name == f"{_COMMANDS}.{cmd_name}":
                return None
            raise
        command: click.Command = module.command
        return command


@click.command(
    cls=Shelf,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXIT_CODES,
)
@click.version_option(__version__, prog_name="detente", message="%(prog)s %(version)s")
def cli() -> None:
    """Say why two states cannot agree, what would have to change, and what is likely next.

    CASE is a folder, a file, or the name of a shipped case (`detente list cases`).
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the code documented in `--help`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; return the exit code."""
    as_json = "--json" in arguments
    try:
        result: Any = cli.main(list(arguments), prog_name="detente", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        if as_json:
            click.echo(fail(DetenteError(error.format_message())))
        return 2
    except DetenteError as error:
        click.echo(str(error), err=True)
        if as_json:
            click.echo(fail(error))
        return 3 if isinstance(error, FileProblem) else 4 if isinstance(error, MissingExtra) else 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0

"""Format a case file: same words, same comments, one layout; and write files whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from detente.case.layout import lay_out
from detente.case.nodes import Items, Node, Scalar
from detente.case.reader import in_order
from detente.case.text import read_text
from detente.case.tree import tree_of
from detente.errors import DetenteError, FileProblem, InvalidCase, Problem

__all__ = ["format_text", "write_whole"]


def format_text(text: str, name: str) -> str:
    """Return a case file, or one of its section or model files, in the layout of a case file.

    Only spaces and line breaks change, so comments, quotation marks and order stay; formatting
    twice changes nothing more. `name` is the name of the file in messages. Raises `InvalidCase`
    where the text is no YAML that a case may hold, and `DetenteError` where the new layout would
    not say the same as the old one.

    >>> print(format_text("actors:\\n    jp:  {name: Japan }  # host\\n", "case.yaml"), end="")
    actors:
      jp: {name: Japan}  # host
    """
    clean = read_text(text.encode("utf-8", "surrogatepass"), name)
    if isinstance(clean, Problem):
        raise InvalidCase([clean])
    clean = clean.replace("\r\n", "\n")
    before, problems = tree_of(clean, name)
    if problems:
        raise InvalidCase(in_order(problems))
    formatted = lay_out(clean)
    after, problems = tree_of(formatted, name)
    if problems or _values(before) != _values(after) or _ink(clean) != _ink(formatted):
        raise DetenteError(
            "formatting would change what the file says",
            file=name,
            hint="nothing was changed; indent the file by hand, and report this as an error of ours",
        )
    return formatted


def _values(node: Node | None) -> object:
    """Return what a tree says, with its order and without its places."""
    if node is None or isinstance(node, Scalar):
        return node.text if node is not None else None
    if isinstance(node, Items):
        return [_values(item) for item in node.items]
    return [(entry.key.text, _values(entry.value)) for entry in node.entries]


def _ink(text: str) -> str:
    """Return every sign of a text that is not white."""
    return "".join(text.split())


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all, as UTF-8, keeping its permissions and following links.

    Raises `FileProblem` where it cannot be written; the old file is then as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        old = target.stat() if target.exists() else None
        if old is not None and stat.S_ISDIR(old.st_mode):
            raise FileProblem("this is a folder", file=str(path), hint="give the name of a file")
        if old is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        _replace(target, text.encode("utf-8"), old)
    except UnicodeEncodeError as error:
        raise FileProblem(
            "cannot be written as UTF-8",
            file=str(path),
            found=ascii(error.object[error.start])[1:-1],
            hint="remove the character",
        ) from None
    except (OSError, ValueError) as error:
        said = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        hint = "check that its folder exists and that you may write there; nothing was changed"
        raise FileProblem("cannot be written", file=str(path), found=said, hint=hint) from None


def _replace(target: Path, raw: bytes, old: os.stat_result | None) -> None:
    number, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".new"
    )
    new = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(stat.S_IMODE(old.st_mode) if old is not None else 0o666 & ~_umask())
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

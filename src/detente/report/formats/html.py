"""One file for the screen, for paper and for a phone; it needs no network and runs no script.

Every text passes through the escaping of the template; drawings escape their own.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from detente.report.blocks import Report
from detente.report.figures.palette import COLOURS, DARK, GLYPHS
from detente.report.format import Format

__all__ = ["MEMBER", "render"]

_TEMPLATES = Path(__file__).parent.parent / "templates"
_MARK = re.compile(r"[A-Z0-9:+ -]{1,40}")


def render(report: Report) -> str:
    """Return the report as one HTML file."""
    return _template().render(
        report=report,
        css=Markup(_css()),
        page_mark=Markup(report.handling if _MARK.fullmatch(report.handling) else ""),
        glyphs=GLYPHS,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["trusted"] = Markup
    environment.filters["css_text"] = _css_text
    return environment.get_template("report.html.jinja")


@cache
def _css() -> str:
    """Return the style sheet with a class for each colour of the palette, in light and dark."""
    light = "".join(_colour(name, hue) for name, hue in COLOURS.items())
    dark = "".join(_colour(name, hue) for name, hue in DARK.items())
    sheet = (_TEMPLATES / "report.css").read_text(encoding="utf-8")
    return f"{sheet}\n{light}\n@media screen and (prefers-color-scheme: dark) {{{dark}}}\n"


def _css_text(text: str) -> str:
    """Return text as a string of a style sheet; what could end it is written as its number.

    >>> _css_text('By "Moscow"')
    "'By \\\\22 Moscow\\\\22 '"
    """
    plain = "".join(c if c.isalnum() or c in " ?.,-()" else f"\\{ord(c):x} " for c in text)
    return f"'{plain}'"


def _colour(name: str, hue: str) -> str:
    return (
        f".t-{name}{{color:{hue}}}"
        f"svg .c-{name}{{fill:{hue};stroke:{hue}}}svg .s-{name}{{stroke:{hue}}}"
    )


MEMBER = Format(
    key="html",
    meaning="One HTML file for screen, paper and phone, without any outside request.",
    suffix=".html",
    render=render,
    order=1,
)

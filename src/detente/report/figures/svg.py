"""Drawing in SVG that stands alone: presentation attributes, escaped text, and measured words.

Widths are estimated from a coarse table that errs on the wide side (a little above DejaVu Sans, the
widest of the usual fonts), so that text does not run into its neighbours whatever font is there.
Classes are only for pages that want to recolour a drawing for a dark screen.
"""

from __future__ import annotations

import unicodedata
from html import escape

from detente.report.figures.palette import COLOURS

__all__ = ["Drawing", "measure", "wrapped"]

INK, MUTED, LINE, PAPER = "#1F2328", "#57606A", "#D0D7DE", "#FFFFFF"
_FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"
_SHAPES = {
    "square": "M-.88 -.88H.88V.88H-.88Z",
    "triangle": "M0 -1.05L1 .8H-1Z",
    "diamond": "M0 -1.15L1.15 0L0 1.15L-1.15 0Z",
    "down": "M0 1.05L1 -.8H-1Z",
    "star": "M0 -1.1L.31 -.38L1.1 -.34L.5 .18L.68 .95L0 .5L-.68 .95L-.5 .18L-1.1 -.34L-.31 -.38Z",
    "pentagon": "M0 -1.05L1 -.32L.62 .85H-.62L-1 -.32Z",
    "x": "M-1 -.6L-.6 -1L0 -.4L.6 -1L1 -.6L.4 0L1 .6L.6 1L0 .4L-.6 1L-1 .6L-.4 0Z",
    "cross": "M-.4 -1H.4V-.4H1V.4H.4V1H-.4V.4H-1V-.4H-.4Z",
}


def measure(text: str, size: float, bold: bool = False) -> float:
    """Return about how wide a text is, in the units of its size; rather too wide than too narrow.

    >>> measure("will", 10) < measure("wall", 10) < measure("WALL", 10)
    True
    """
    return size * (1.06 if bold else 1.0) * sum(map(_width, text))


def _width(sign: str) -> float:
    if sign in "ijl|!.,:;'’‘“”":
        return 0.34
    if sign in "ftr()[]{}/\\- ":
        return 0.42
    if sign in "mwMW@%—…":
        return 1.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    return 0.8 if sign.isupper() or not sign.isascii() else 0.64


def wrapped(text: str, width: float, size: float, most: int = 3, bold: bool = False) -> list[str]:
    """Return a text in lines no wider than `width`; what does not fit ends in an ellipsis.

    >>> wrapped("Peace treaty with two islands", 100, 11, most=2)
    ['Peace treaty', 'with two…']
    """
    lines, rest = [""], text.split()
    while rest:
        word = rest[0]
        joined = f"{lines[-1]} {word}".strip()
        if measure(joined, size, bold) <= width:
            lines[-1], rest = joined, rest[1:]
        elif lines[-1]:
            lines.append("")
        else:
            cut = next(
                n
                for n in range(len(word), 0, -1)
                if n == 1 or measure(word[:n], size, bold) <= width
            )
            lines[-1], rest[0] = word[:cut], word[cut:]
            rest = rest if rest[0] else rest[1:]
    lines = [x for x in lines if x]
    if len(lines) > most:
        lines = lines[:most]
        while lines[-1] and measure(f"{lines[-1]}…", size, bold) > width:
            lines[-1] = lines[-1][:-1].rstrip()
        lines[-1] += "…"
    return lines


class Drawing:
    """A drawing that grows downwards: add to it, then ask for its text with `svg`.

    >>> drawing = Drawing("two", 100)
    >>> drawing.text(0, 12, "Dots & dashes")
    >>> "Dots &amp; dashes" in drawing.svg("A title", "What there is to see", 20)
    True
    """

    def __init__(self, key: str, width: float) -> None:
        self.key, self.width = key, width
        self.parts: list[str] = []

    def svg(self, title: str, description: str, height: float, *, scrolls: bool = False) -> str:
        """Return the drawing as one SVG element with its title and description.

        One that `scrolls` keeps its size on a page that is narrower.
        """
        size = 'class="scrolls" ' if scrolls else ""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}viewBox="0 0 {self.width:g} {height:g}" '
            f'width="{self.width:g}" height="{height:g}" role="group" '
            f'aria-labelledby="{self.key}-title {self.key}-desc" font-family="{_FONT}">'
            f'<title id="{self.key}-title">{escape(title)}</title>'
            f'<desc id="{self.key}-desc">{escape(description)}</desc>'
            f'<rect class="paper" width="{self.width:g}" height="{height:g}" fill="{PAPER}"/>'
        )
        return f"{head}{''.join(self.parts)}</svg>"

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 12,
        *,
        anchor: str = "start",
        bold: bool = False,
        muted: bool = False,
        upright: bool = False,
    ) -> None:
        """Add a line of text; `upright` turns it to run from bottom to top."""
        look = 'class="muted"' if muted else 'class="ink"'
        weight = ' font-weight="700"' if bold else ""
        turn = f' transform="rotate(-90 {x:g} {y:g})"' if upright else ""
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"{weight}{turn} '
            f'fill="{MUTED if muted else INK}" {look}>{escape(text)}</text>'
        )

    def rule(self, y: float, x: float = 0, dashed: bool = False) -> None:
        """Add a thin line across the drawing."""
        dash = ' stroke-dasharray="2 3"' if dashed else ""
        self.parts.append(
            f'<line x1="{x:g}" x2="{self.width:g}" y1="{y:g}" y2="{y:g}" '
            f'stroke="{LINE}" class="rule"{dash}/>'
        )

    def mark(
        self,
        x: float,
        y: float,
        shape: str = "circle",
        size: float = 7,
        *,
        colour: str = "black",
        filled: bool = True,
        dashed: bool = False,
    ) -> None:
        """Add a mark; hollow ones show the paper through."""
        hue = COLOURS[colour]
        fill = f'fill="{hue}" class="c-{colour}"' if filled else f'fill="none" class="s-{colour}"'
        dash = ' stroke-dasharray="2.5 2.5"' if dashed else ""
        if shape == "circle":
            body = f'<circle cx="{x:g}" cy="{y:g}" r="{size:g}" '
            width = 1.6
        else:
            body = f'<path transform="translate({x:g} {y:g}) scale({size:g})" d="{_SHAPES[shape]}" '
            width = 1.6 / size
        self.parts.append(f'{body}{fill} stroke="{hue}" stroke-width="{width:.3g}"{dash}/>')

    def begin(self, label: str, y: float, height: float) -> None:
        """Begin a group that can be focused and has a name of its own."""
        self.parts.append(
            f'<g tabindex="0" role="img" aria-label="{escape(label, quote=True)}">'
            f'<rect class="hit" x="0" y="{y:g}" width="{self.width:g}" height="{height:g}" '
            f'fill="none" pointer-events="all"/>'
        )

    def end(self) -> None:
        """End the group."""
        self.parts.append("</g>")

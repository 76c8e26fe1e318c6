"""Colours and marks of the parties: Okabe–Ito hues, and a shape each, so that colour is never alone.

The hues are those of Okabe & Ito (2008), darkened for lines on white so that they stand out 3:1
at least; `dark` holds their counterparts on a dark page.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COLOURS", "DARK", "GLYPHS", "SHAPES", "marks_of"]

COLOURS: Mapping[str, str] = {
    "blue": "#0072B2",
    "vermillion": "#B34700",
    "green": "#00704F",
    "orange": "#9A6700",
    "purple": "#9C4F82",
    "sky": "#2B7BA6",
    "black": "#1F2328",
    "grey": "#5B6470",
}
DARK: Mapping[str, str] = {
    "blue": "#6CB6EA",
    "vermillion": "#F08A4B",
    "green": "#3FC39A",
    "orange": "#E6A93C",
    "purple": "#DE9CC4",
    "sky": "#8CCBEF",
    "black": "#E6E8EB",
    "grey": "#A7B0BC",
}
SHAPES = ("circle", "square", "triangle", "diamond", "down", "star", "pentagon", "cross")
GLYPHS: Mapping[str, str] = dict(zip(SHAPES, "●■▲◆▼★⬟✚", strict=True))


def marks_of(wanted: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return shape and colour for each party, in order; `wanted` holds the colours asked for.

    A party that asks for none, or for one that the palette lacks, gets the next one free.

    >>> marks_of({"jp": "blue", "ru": "mauve"})
    {'jp': ('circle', 'blue'), 'ru': ('square', 'vermillion')}
    """
    taken = {c for c in wanted.values() if c in COLOURS}
    free = [c for c in COLOURS if c not in taken] or list(COLOURS)
    found, spare = {}, 0
    for place, (actor, colour) in enumerate(wanted.items()):
        if colour not in COLOURS:
            colour, spare = free[spare % len(free)], spare + 1
        found[actor] = (SHAPES[place % len(SHAPES)], colour)
    return found

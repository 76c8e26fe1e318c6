"""Say which elements of a web page are furniture, by their names, roles and classes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

__all__ = ["reason_of"]

_TAGS = {
    "nav": "menu",
    "menu": "menu",
    "aside": "side column",
    "form": "form",
    "button": "button",
    "footer": "footer",
    "dialog": "dialogue",
}
_ROLES = {
    "navigation": "menu",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "side column",
    "search": "form",
    "dialog": "dialogue",
}
_CLASSES = {
    "menu": "nav navbar navigation menu breadcrumb breadcrumbs pagination skip-link skip-to-content",
    "share link": "share sharing social social-links addthis sharedaddy",
    "side column": "sidebar widget related related-posts related-content recommended most-read",
    "footer": "footer site-footer page-footer colophon",
    "header": "site-header page-header masthead topbar",
    "comment": "comments comment-list comment-form disqus",
    "notice": "cookie cookies cookie-banner consent gdpr copyright",
    "sign-up": "newsletter subscribe signup paywall",
    "advertisement": "ad ads advert advertisement sponsored promo",
}
_BY_CLASS = {name: kind for kind, names in _CLASSES.items() for name in names.split()}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

Attributes = Sequence[tuple[str, str | None]]


def reason_of(tag: str, attributes: Attributes, outer: str, inside: Mapping[str, int]) -> str:
    """Return why an element is furniture: for its own sake, or `outer` for what it stands in.

    `inside` counts the open elements by name. The page's `main` is never furniture, nor are
    `html`, `body` and an `article`'s own header, whatever their classes.

    >>> reason_of("div", [("class", "site-footer wide")], "", {})
    'footer'
    >>> reason_of("p", [], "menu", {"nav": 1})
    'menu'
    """
    if tag == "main":
        return ""
    if outer or tag in ("html", "body", "head", "title", "article"):
        return outer
    given = dict(attributes)
    if "hidden" in given or _HIDDEN.search(given.get("style") or ""):
        return "hidden on the page"
    if tag == "header" and not (inside.get("article") or inside.get("main")):
        return "header"
    named = [_BY_CLASS.get(c.lower(), "") for c in _classes(given)]
    own = [_TAGS.get(tag, ""), _ROLES.get((given.get("role") or "").lower(), ""), *named]
    return next((reason for reason in own if reason), "")


def _classes(attributes: Mapping[str, str | None]) -> list[str]:
    """Return the first classes and the id of an element; a page with more of them is no page."""
    both = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return both[:500].split()

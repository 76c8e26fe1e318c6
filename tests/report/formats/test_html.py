"""The HTML report: whole, closed in itself, safe, and fit for screen, phone and paper."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.report.made import CASES, HOSTILE, hostile, material_of, report_of

from detente.report.citations import citations
from detente.report.formats.html import MEMBER, _css_text, render
from detente.report.lint import lint_text
from detente.report.outline import outline

VOID = {"meta", "link", "br", "img", "hr", "input", "rect", "circle", "path", "line"}
BLOCKS = {"p", "li", "td", "th", "dd", "dt", "summary", "caption", "h1", "h2", "h3", "h4"}
every_case = pytest.mark.parametrize("name", CASES)


class Page(HTMLParser):
    """A page taken apart: tags well nested, ids, links, headings, text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.headings: list[int] = []
        self.tags: Counter[str] = Counter()
        self.words: list[str] = []
        self.titles = 0
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, k, v or "") for k, v in attrs]
        self.ids += [v or "" for k, v in attrs if k == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not {"style", "title", "desc"} & set(self.open):
            self.words.append(data)


@pytest.fixture(scope="module")
def flagship() -> str:
    return render(report_of("japan-russia"))


@every_case
def test_is_well_formed(name: str) -> None:
    Page(render(report_of(name)))


@every_case
def test_ids_are_unique_and_every_link_leads_somewhere(name: str) -> None:
    page = Page(render(report_of(name)))
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    targets = [v[1:] for _, k, v in page.attributes if k == "href" and v.startswith("#")]
    assert len(targets) > 20
    assert [t for t in targets if t not in page.ids] == []


@every_case
def test_nothing_points_outside(name: str) -> None:
    text = render(report_of(name))
    page = Page(text)
    for tag, key, value in page.attributes:
        assert not (key in ("src", "srcset", "action", "poster", "data") and tag != "svg"), value
        if key == "href":
            assert value.startswith("#") or value == "data:,"
    assert not re.search(r"url\(|@import|<script|<iframe|<object|<embed|javascript:", text)
    outside = re.findall(r"https?://[^\s\"'<]+", text)
    assert set(outside) <= {"http://www.w3.org/2000/svg"}


def test_forbids_requests_and_scripts_by_itself(flagship: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', flagship)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_headings_are_in_order(flagship: str) -> None:
    levels = Page(flagship).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_has_landmarks_a_skip_link_and_a_language(flagship: str) -> None:
    page = Page(flagship)
    assert page.tags["main"] == page.tags["nav"] == page.tags["footer"] == 1
    assert ("html", "lang", "en") in page.attributes
    assert ("a", "class", "skip") in page.attributes
    assert flagship.count("TLP:CLEAR") >= 3


def test_every_reference_of_the_case_has_a_place(flagship: str) -> None:
    case, ids = material_of("japan-russia").case, set(Page(flagship).ids)
    found = {c.reference for c in citations(case)}
    assert len(found) > 100
    for reference in found:
        if reference.at:
            assert f"ref-{reference.source}-{reference.paragraph}" in ids
    index = material_of("japan-russia").index
    assert {index.anchor(r) for r in found} <= ids


def test_every_key_judgement_leads_to_priorities_and_on_to_paragraphs(flagship: str) -> None:
    points = re.findall(r'<li id="judgement-(\w+)">(.*?)</li>\s*(?=<li id=|</ol>)', flagship, re.S)
    assert [k for k, _ in points] == ["holds", "blocks", "unlocks", "turns", "lacks"]
    for kind, text in points:
        if kind != "turns":
            assert 'href="#st-' in text
            assert 'href="#ref-' in text
    row = re.search(r'<tr id="st-treaty-menu-ru-2">(.*?)</tr>', flagship, re.S)
    assert row is not None
    assert 'href="#ref-002-23"' in row[1]
    assert re.search(r'<tr id="ref-002-23">.*?href="#st-treaty-menu-ru-2"', flagship, re.S)


def test_is_small_and_fast() -> None:
    m = material_of("japan-russia")
    start = time.perf_counter()
    text = render(outline(m.case, m.models, m.judgements, m.answers))
    assert time.perf_counter() - start < 20  # a second on a quiet machine
    assert len(text.encode()) < 500_000


def test_is_small_with_all_documents_at_hand() -> None:
    m = material_of("japan-russia")
    texts = {c.reference.at: "word " * 200 for c in m.index.citing if c.reference.at}
    text = render(outline(m.case, m.models, m.judgements, m.answers, texts))
    assert len(text.encode()) < 500_000
    assert "Document not at hand" not in text


def test_same_report_same_bytes(flagship: str) -> None:
    assert render(report_of("japan-russia")) == flagship


@every_case
def test_no_sentence_mixes_confidence_and_likelihood(name: str) -> None:
    text = render(report_of(name))
    own = re.sub(r'<p class="note">.*?</p>', "", text, flags=re.S)  # remarks of the case's authors
    assert lint_text("".join(Page(own).words)) == []


def test_hostile_labels_stay_labels() -> None:
    text = render(hostile()[1])
    assert "<script" not in text
    page = Page(text)
    assert not {"script", "img"} & set(page.tags)
    assert not [k for _, k, _ in page.attributes if k.startswith("on")]
    assert HOSTILE.split()[0] in "".join(page.words)
    assert "@page { @top-center" not in text  # a mark of no known form stays out of the style sheet


def test_hostile_anchors_resolve() -> None:
    page = Page(render(hostile()[1]))
    targets = [v[1:] for _, k, v in page.attributes if k == "href" and v.startswith("#")]
    assert [t for t in targets if t not in page.ids] == []


def test_member_names_its_suffix() -> None:
    assert (MEMBER.key, MEMBER.suffix) == ("html", ".html")


# In a browser ------------------------------------------------------------------------------


def chromium() -> str | None:
    known = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
    found = [p for p in known if Path(p).exists()]
    return found[0] if found else shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium to look at the report with")
        pytest.skip("no Chromium on this machine")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, flagship: str) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(flagship, encoding="utf-8")
    return path.as_uri()


def opened(browser: Any, url: str, width: int, **options: Any) -> tuple[Any, list[str], list[str]]:
    """A page with the network cut, what it asked for, and what it complained about."""
    page = browser.new_page(viewport={"width": width, "height": 850}, **options)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: said.append(str(e)))
    page.route("**/*", lambda r: r.continue_() if r.request.url.startswith("file:") else r.abort())
    page.goto(url)
    return page, asked, said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1200])
def test_in_a_browser_asks_for_nothing_and_fits(
    browser: Any, saved: str, width: int, scheme: str
) -> None:
    page, asked, said = opened(browser, saved, width, color_scheme=scheme)
    assert asked == [saved]
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_first_screen_is_the_answer(browser: Any, saved: str) -> None:
    for width in (390, 1200):
        page, _, _ = opened(browser, saved, width)
        box = page.locator(".bottom-line").bounding_box()
        assert box["y"] + box["height"] <= 850
        page.close()


CONTRAST = """() => {
  const lum = c => { const [r, g, b] = c.map(v => { v /= 255;
      return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 });
    return .2126 * r + .7152 * g + .0722 * b };
  const rgb = s => s.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const behind = e => { for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor;
      if (c !== 'rgba(0, 0, 0, 0)' && !c.startsWith('color')) return rgb(c) }
    return [255, 255, 255] };
  const bad = [];
  const all = 'p, a, li, th, td, dd, dt, h1, h2, h3, code, summary, svg text';
  for (const e of document.querySelectorAll(all)) {
    const s = getComputedStyle(e), ink = rgb(e.closest('svg') ? s.fill : s.color), paper = behind(e);
    const [a, b] = [lum(ink), lum(paper)].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) bad.push(e.tagName + ' ' + e.textContent.slice(0, 30)) }
  return bad }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Any, saved: str, scheme: str) -> None:
    page, _, _ = opened(browser, saved, 1200, color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    page.close()


COLLISIONS = """() => { const bad = [];
  for (const svg of document.querySelectorAll('.drawing svg')) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')];
    const boxes = texts.map(t => [t.textContent, t.getBoundingClientRect()]);
    boxes.forEach(([t, a], i) => {
      const left = a.left < frame.left - 1, right = a.right > frame.right + 1;
      if (left || right || a.bottom > frame.bottom + 1) bad.push(t);
      for (const [u, b] of boxes.slice(i + 1))
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3.5) bad.push(t + ' / ' + u) }) }
  return bad }"""


@pytest.mark.parametrize("width", [390, 1200])
def test_labels_in_figures_neither_collide_nor_leave_the_frame(
    browser: Any, saved: str, width: int
) -> None:
    page, _, _ = opened(browser, saved, width)
    assert page.evaluate(COLLISIONS) == []
    page.close()


def test_marks_can_be_walked_to_and_have_names(browser: Any, saved: str) -> None:
    page, _, _ = opened(browser, saved, 1200)
    marks = page.locator(".drawing svg g[tabindex='0'][role='img']")
    assert marks.count() >= 10 + 19 + 17
    names = marks.evaluate_all("gs => gs.map(g => g.getAttribute('aria-label'))")
    assert len(set(names)) == len(names)
    assert all(len(n) > 20 for n in names)
    heights = marks.evaluate_all("gs => gs.map(g => g.getBoundingClientRect().height)")
    assert min(heights) >= 24
    page.close()


def test_a_link_into_a_fold_opens_it(browser: Any, saved: str) -> None:
    page, _, _ = opened(browser, f"{saved}#st-2018-05-ru-wedge-1", 1200)
    page.wait_for_timeout(100)
    assert page.locator("#st-2018-05-ru-wedge-1").is_visible()
    page.close()


def test_prints_with_folds_open_and_the_mark_on_each_page(browser: Any, saved: str) -> None:
    page, _, _ = opened(browser, saved, 1200)
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    pages = max(map(int, re.findall(rb"/Count (\d+)", pdf)))
    assert 10 < pages < 70
    page.emulate_media(media="print")
    hidden = page.locator("details:not(.twin) li, details:not(.twin) td").evaluate_all(
        "xs => xs.filter(x => !x.getBoundingClientRect().height).length"
    )
    assert hidden == 0
    page.close()


def test_heads_of_stacked_tables_cannot_end_their_style() -> None:
    assert _css_text("Who moves?") == "'Who moves?'"
    nasty = _css_text("a'b\\c;}</style>\n")
    assert set(nasty[1:-1]) <= set("abcstyle 0123456789def\\")

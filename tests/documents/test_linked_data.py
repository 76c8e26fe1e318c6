"""What pages state in JSON-LD."""

import json

import pytest

from detente.documents.linked_data import linked_facts
from detente.documents.page import page

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "The ford",
    "datePublished": "2018-05-25T08:30:00Z",
    "author": [{"@type": "Person", "name": "Ann"}, "Bo"],
    "publisher": {"name": "River Review"},
}


def script(data):
    return f'<script id=x type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    "data", [ARTICLE, [{"@type": "Site"}, ARTICLE], {"@graph": [{"@type": "Person"}, ARTICLE]}]
)
def test_the_article_is_found(data):
    assert linked_facts("<p>x" + script({"@type": "Organization", "name": "no"}) + script(data)) == {
        "title": "The ford", "author": "Ann, Bo", "publisher": "River Review", "date": "2018-05-25T08:30:00Z",
    }  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "",
        script({"@type": "Organization", "datePublished": "2018"}),
        script([1, None, "x", {"@graph": 3}]),
        script({"@type": "Article", "author": {"name": {"name": 3}}, "datePublished": 2018}),
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">' * 2000,
        '<script>{"@type": "Article", "headline": "no"}</script>',
    ],
)
def test_what_is_no_article_says_nothing(source):
    assert linked_facts(source) == {}


def test_a_page_takes_what_its_metas_do_not_say():
    about = page("<meta name=author content=Cy>" + script(ARTICLE) + "<p>x")[1]
    assert (about.author.value, about.author.where) == ("Cy", "meta `author`")
    assert (about.date.value, about.date.where) == ("2018-05-25", "JSON-LD")

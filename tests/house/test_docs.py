"""Examples in the documentation run, and generated pages are up to date."""

import doctest
import importlib.util
import re
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

from detente.cli.main import run

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```console\n\$ (?P<command>detente [^\n]+)\n(?P<output>.*?)```", re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_console_examples_run_in_their_order(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
        words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', match["command"])]
        assert run(words[1:]) == 0, match["command"]
        out = capsys.readouterr().out
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        assert doctest.OutputChecker().check_output(match["output"], out, flags), out


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_python_examples(page):
    found = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert found.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_generated_pages_are_up_to_date():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    for name, page in generate.PAGES.items():
        assert (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == page(), (
            "run: python docs/generate.py"
        )


def test_every_term_of_the_glossary_lives_in_the_code():
    text = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
    names = re.findall(r"\| `(detente\.[\w.]+)` \|", text)
    assert len(names) >= 20
    for name in names:
        parts = name.split(".")
        split = next(i for i, p in enumerate(parts) if not p.islower() or i == len(parts) - 1)
        module, rest = import_module(".".join(parts[:split])), parts[split:]
        fields = getattr(getattr(module, rest[0], None), "__annotations__", {})
        assert rest[-1] in fields or reduce(getattr, rest, module) is not None, name

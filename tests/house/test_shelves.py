"""Every member of every shelf is documented, and named after its file."""

import importlib
from pathlib import Path

import pytest

import detente
from detente.documents.readers import READERS
from detente.exchange import EXPORTS
from detente.judgement.inquiry import CHECKS
from detente.report.formats import FORMATS
from detente.stability import CONCEPTS, STRUCTURES
from detente.suggest import SUGGESTERS

SHELVES = {
    shelf.package: shelf
    for shelf in (CONCEPTS, STRUCTURES, CHECKS, READERS, FORMATS, EXPORTS, SUGGESTERS)
}
MEMBERS = [(package, key) for package, shelf in SHELVES.items() for key in shelf]


@pytest.mark.parametrize(("package", "key"), MEMBERS, ids=str)
def test_member_lives_in_the_file_of_its_name_and_says_what_it_is(package, key):
    module = importlib.import_module(f"{package}.{key}")
    assert module.MEMBER is SHELVES[package][key]
    assert len((module.__doc__ or "").strip()) > 20


@pytest.mark.parametrize("package", SHELVES)
def test_every_file_on_the_shelf_is_a_member(package):
    folder = Path(detente.__file__).parent.joinpath(*package.split(".")[1:])
    files = {p.stem for p in folder.glob("*.py") if not p.stem.startswith("_")}
    assert files == set(SHELVES[package])

"""`list` as a function."""

import pytest

from detente.errors import UnknownName
from detente.workflow.listing import KINDS, listing


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_members_with_a_line(kind):
    outcome = listing(kind)
    assert outcome.data[kind]
    assert len(outcome.text.splitlines()) == len(outcome.data[kind])


def test_an_unknown_kind():
    with pytest.raises(UnknownName, match="did you mean `concepts`"):
        listing("concept")

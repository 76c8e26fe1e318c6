"""The shelf of formats for other tools."""

import pytest

from detente.errors import UnknownName
from detente.exchange import EXPORTS, Export


def test_formats_in_their_order():
    assert list(EXPORTS) == ["gmcr", "nfg", "storm"]
    assert [m.graph_form for m in EXPORTS.values()] == [False, False, True]


def test_an_unknown_format_is_named():
    with pytest.raises(UnknownName, match="unknown export format: found `nfgs`"):
        _ = EXPORTS["nfgs"]


def test_an_export_may_have_nothing_to_say():
    assert Export({".x": ""}).notes == () == Export({}).warnings

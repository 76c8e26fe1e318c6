"""Shared options: NAME=VALUE pairs and groups."""

import click
import pytest

from detente.cli.parameters import groups, pairs, switches


def test_pairs_and_switches():
    assert pairs(None, None, ("ru = wedge",)) == {"ru": "wedge"}
    assert switches(None, None, ("a.b=YES", "c.d=0")) == {"a.b": True, "c.d": False}


@pytest.mark.parametrize("text", ["", "a", "a=", "=b"])
def test_what_is_no_pair_is_refused(text):
    with pytest.raises(click.BadParameter, match="NAME=VALUE"):
        pairs(None, None, (text,))


def test_groups():
    assert groups(None, None, ("jp, ru", "us")) == (("jp", "ru"), ("us",))


@pytest.mark.parametrize("text", ["", "jp,", "jp,,ru"])
def test_what_is_no_group_is_refused(text):
    with pytest.raises(click.BadParameter, match="NAME,NAME"):
        groups(None, None, (text,))

"""The front door: at most 40 names, each documented, none of them loaded before it is used."""

import subprocess
import sys

import pytest

import detente


def test_at_most_forty_names():
    assert len(detente.__all__) <= 40


def test_all_names_what_the_door_opens():
    known = set(detente._WHERE) | set(detente._RENAMED) | {"__version__"}
    assert set(detente.__all__) == known


@pytest.mark.parametrize("name", [n for n in detente.__all__ if n != "__version__"])
def test_name_is_documented(name):
    assert (getattr(detente, name).__doc__ or "").strip()


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no public name 'nonsense'"):
        _ = detente.nonsense


def test_importing_the_package_stays_light():
    code = (
        "import sys, detente; print([m for m in ('numpy', 'pydantic', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

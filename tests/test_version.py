"""One version, everywhere the same."""

from importlib.metadata import version

from detente import __version__


def test_the_installed_version_is_the_one_in_the_code():
    assert version("detente") == __version__

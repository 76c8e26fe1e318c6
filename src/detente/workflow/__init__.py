"""One short function a verb; the command line, the web page and notebooks call these only."""

from detente.influence import Scope
from detente.stability import Settings

__all__ = ["Scope", "Settings"]

"""The version, in a module that imports nothing, so that asking for it is fast."""

__version__ = "0.1.0"

"""Disputes that ship: data, and what was published about them."""

from detente.casebook.shelf import case_folder, shipped_cases

__all__ = ["case_folder", "shipped_cases"]

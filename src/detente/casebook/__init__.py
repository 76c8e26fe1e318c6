"""Disputes that ship: data, and what was published about them."""

"""Figures of a report: drawings that stand alone, each with a table twin."""

"""The graph model beyond enumeration: whole sets of states as decision diagrams, counted exactly.

Needs the extra `diagrams` (oxidd); importing the engine without it raises `MissingExtra`.
"""

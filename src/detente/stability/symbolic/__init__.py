"""The graph model beyond enumeration: sets of states as formulas, questions as SAT.

Needs the extra `symbolic` (python-sat); importing the engine without it raises `MissingExtra`.
"""

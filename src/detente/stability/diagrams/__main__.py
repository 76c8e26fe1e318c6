"""The process that `detente.stability.diagrams.process` starts: a job in, its parts out."""

import sys

from detente.stability.diagrams.process import answer

answer(sys.stdin.buffer, sys.stdout.buffer)

"""Files of the tool GMCR+ (`.gmcr`): read, checked, and told as a case file."""

from detente.case.gmcr.content import Cases, Content, Decider
from detente.case.gmcr.reading import read_content
from detente.case.gmcr.telling import case_text, is_gmcr

__all__ = ["Cases", "Content", "Decider", "case_text", "is_gmcr", "read_content"]

"""Turn a file into numbered paragraphs that can be pointed at; never interpret them.

`read` makes a `Document`, `locate` checks that a quotation stands where a reference says it does,
`find` searches text in spite of odd spaces, quotes and dashes. What a document says is data:
nothing in it is run, followed or fetched.
"""

from detente.documents.folding import find, fold
from detente.documents.locate import Location, Status, locate
from detente.documents.paragraph import Document, Paragraph, split_paragraphs
from detente.documents.readers import READERS, Reader, read

__all__ = [
    "READERS",
    "Document",
    "Location",
    "Paragraph",
    "Reader",
    "Status",
    "find",
    "fold",
    "locate",
    "read",
    "split_paragraphs",
]

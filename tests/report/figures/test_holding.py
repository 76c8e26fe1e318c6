"""Figure: what holds at each date."""

from __future__ import annotations

import re

from tests.report.made import material_of

from detente.report.figures.holding import holding_figure


def test_the_flagship() -> None:
    figure = holding_figure(material_of("japan-russia"))
    assert figure.title == "What holds at each date"
    assert figure.takeaway == (
        "In every model what was done holds under all five concepts, and is the only state that does under "
        "Nash, sequential and symmetric sequential stability."
    )
    assert figure.head == ("Model", "What was done", "NASH", "GMR", "SMR", "SEQ", "SSEQ")
    assert figure.table[0] == (
        "Treaty menu", "No form of treaty that both would sign", *["holds alone"] * 5,
    )  # fmt: skip
    assert figure.table[1][3] == "holds, as do 9 more"
    assert len(figure.table) == figure.svg.count("<g tabindex") == 10


def test_one_model_shows_its_state_by_name() -> None:
    figure = holding_figure(material_of("cuba-1962"))
    assert figure.head[0] == "What is done"
    assert (
        figure.takeaway == "What is done today holds under general and symmetric metarationality."
    )
    assert figure.table[0][1] == "does not hold"
    assert "does not hold" in figure.svg
    assert "holds, and nothing else does" not in figure.svg


def test_holding_under_no_concept() -> None:
    figure = holding_figure(material_of("chicken"))
    assert figure.takeaway == "What is done today holds under no stability concept."


def test_fits_a_phone() -> None:
    width = re.search(r'viewBox="0 0 (\d+)', holding_figure(material_of("japan-russia")).svg)
    assert width is not None
    assert int(width[1]) <= 370

"""`quantities`: figures, what follows from them, and what that rests on."""

import json

from detente.workflow.quantities import quantities


def test_the_flagship():
    outcome = quantities("japan-russia")
    assert len(outcome.data["quantities"]) == 29
    assert outcome.data["quantities"]["n19"]["because"] == ["003¶4"]
    share = outcome.data["derived"]["japan_share"]
    assert (share["fits"], share["rests_on"], share["within"]) == (
        True,
        ["n1", "n2"],
        [0.025, 0.035],
    )
    assert outcome.data["derived"]["trade_ratio"]["within"] is None
    json.dumps(outcome.data)


def test_a_case_without_figures():
    outcome = quantities("chicken")
    assert (outcome.data["quantities"], outcome.text) == ({}, "The case records no figures.")

"""How states are told: by outcomes and options, or by names of their own."""

from __future__ import annotations

from tests.report.evolved import told

ELMIRA, _ = told(("elmira-1991", "main", "", "improvements", None))
BY_NAME, _ = told(("elmira-1991", "literature", "", "moves", None))
FLAGSHIP, _ = told(("japan-russia", "2016-12", "", "improvements", None))


def test_what_a_model_is() -> None:
    assert (FLAGSHIP.model, FLAGSHIP.deciders) == ("2016-12", ("jp", "ru", "us"))
    assert FLAGSHIP.title == "December 2016: courtship without a return"
    assert (BY_NAME.title, str(BY_NAME.today)) == ("The nine states of the literature", "s1")
    assert BY_NAME.by_name
    assert not FLAGSHIP.by_name
    assert FLAGSHIP.settings == BY_NAME.settings


def test_names_of_states() -> None:
    bare = FLAGSHIP.source.state(0)
    assert FLAGSHIP.named(FLAGSHIP.today) == ("Deals and summits, no islands",)
    assert (FLAGSHIP.named(bare), FLAGSHIP.called(bare)) == (
        (),
        "a state in which no option is taken",
    )
    assert BY_NAME.called(BY_NAME.today) == "“The appeal drags on”"


def test_what_differs() -> None:
    graph = ELMIRA.source
    s4 = graph.find(["moe.modify", "uniroyal.accept"])
    up, down = ELMIRA.options(ELMIRA.today, s4)
    assert up == ("Soften the control order", "Accept the current order")
    assert down == ("Drag out the appeal",)
    assert ELMIRA.distance(ELMIRA.today, s4) == 3
    assert ELMIRA.told(ELMIRA.today, s4).startswith("“Softer order accepted”, by taking up “Soften")
    assert ELMIRA.told(s4, s4) == "“Softer order accepted”"
    bare = FLAGSHIP.source.state(0)
    assert FLAGSHIP.told(FLAGSHIP.today, bare).startswith("by giving up “Lead with")
    s5 = BY_NAME.source.find(["s5"])
    assert BY_NAME.options(BY_NAME.today, s5) == ((), ())
    assert BY_NAME.told(BY_NAME.today, s5) == BY_NAME.called(s5)


def test_paths() -> None:
    scene, evolution = told(("elmira-1991", "literature", "", "moves", None))
    (way,) = evolution.ways(1)
    assert scene.path(way) == ("the Ministry going to “The appeal drags on against a softer order”")
    scene, evolution = told(("cuba-1962", "main", "", "improvements", None))
    (way,) = evolution.ways(scene.source.find(["us.strike", "ussr.withdraw"]).code)
    assert scene.path(way) == (
        "the United States taking up “Destroy the missile sites from the air”, "
        "then the Soviet Union taking up “Withdraw the missiles”"
    )


def test_targets() -> None:
    assert ELMIRA.outcome("S4") == "“Softer order accepted”"
    assert ELMIRA.outcome("s4 or s8") == "s4 or s8"
    assert BY_NAME.outcome("s1") == "“The appeal drags on”"
    assert BY_NAME.outcome("s1 or s2") == "s1 or s2"

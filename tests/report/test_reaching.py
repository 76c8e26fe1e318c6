"""What holds beside today's state, and the way there."""

import shutil

from detente.case import open_case, read_case
from detente.casebook import shipped_cases
from detente.judgement.key import key_judgements
from detente.report.headline import bottom_line
from detente.report.material import Material
from detente.report.reaching import elsewhere, out_of_reach
from detente.stability import CLASSICAL, Settings
from detente.stability.assessment import assess_model


def material(case, model, **settings):
    found = assess_model(case, model, list(CLASSICAL.values()), Settings(**settings))
    return Material(case, [found], key_judgements(case, [found]), (), None), found


def test_an_equilibrium_out_of_reach_is_said_to_be_so():
    case = open_case("japan-russia")
    stuff, found = material(case, "2017-11", readings={"ru": "pull-back"})
    assert "no path of moves that each mover gains from leads there" in elsewhere(stuff, found)
    assert "would hold too" in out_of_reach(stuff, found)


def test_a_reachable_one_comes_with_the_way_there():
    case = open_case("japan-russia")
    stuff, found = material(case, "2017-11", readings={"ru": "reassure-china"})
    assert "is reached by moves that each mover gains from: Russia taking up" in elsewhere(
        stuff, found
    )


def test_nothing_is_said_where_today_alone_holds():
    stuff, found = material(open_case("japan-russia"), "2016-12")
    assert elsewhere(stuff, found) == out_of_reach(stuff, found) == ""


def test_the_bottom_line_warns_of_what_holds_but_cannot_be_reached(tmp_path):
    folder = shutil.copytree(shipped_cases()["japan-russia"], tmp_path / "case")
    model = folder / "models" / "2017-11.yaml"
    text = model.read_text(encoding="utf-8")
    head, _, tail = text.partition("      excuse:\n")
    excuse, _, rest = tail.partition("      pull-back:\n")
    second, _, third = rest.partition("      reassure-china:\n")
    order = f"{head}      pull-back:\n{second}      excuse:\n{excuse}      reassure-china:\n{third}"
    model.write_text(order, encoding="utf-8")
    stuff, _ = material(read_case(folder), "2017-11")
    said = "".join(str(getattr(part, "text", part)) for part in bottom_line(stuff))
    assert "would hold too, but no path of moves" in said

"""Loops asked for by a case."""

from __future__ import annotations

from tests.judgement.asked import rows


def test_the_loops_of_the_flagship() -> None:
    (found,) = rows("loops", "japan-russia", longest=5)
    assert (found["count"], found["reinforcing"], found["balancing"]) == (12, 9, 3)
    assert found["sign"] == "mixed"
    assert len(found["loops"]) == 12
    assert "M26-M27-M98" in found["loops"]


def test_one_loop_has_a_sign_and_none_has_none() -> None:
    through = ["M7", "M4", "M3"]
    (bridged,) = rows("loops", "japan-russia", through=through, bridges=True)
    assert (bridged["count"], bridged["sign"]) == (1, "+")
    (bare,) = rows("loops", "japan-russia", through=through)
    assert (bare["count"], bare["sign"], bare["loops"]) == (0, "none", [])
    (balanced,) = rows("loops", "japan-russia", through=["M12"])
    assert balanced["sign"] == "-"

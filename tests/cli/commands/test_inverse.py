"""`detente inverse`: counts, texts, refusals."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("concept", "count"), [("nash", 240), ("seq", 384), ("gmr", 384), ("smr", 300)]
)
def test_published_counts(detente, concept, count):
    code, out, _ = detente(
        "inverse", "syria-iraq-1975", "--target", "s2", "--concept", concept, "--at-most", 0
    )
    assert code == 0
    assert f"met by {count} of the 720 rankings of the states" in " ".join(out.split())
    assert "outsiders" not in out


def test_the_flagship(as_json, detente):
    arguments = ["inverse", "japan-russia", "--model", "2016-12", "--target", "two_islands"]
    code, data = as_json(*arguments)
    assert code == 0
    assert data["blocked_by"] == ["ru"]
    assert data["outsiders"]["steps"] == 1
    code, out, _ = detente(*arguments, "--actor", "RU", "--concept", "Nash")
    assert code == 0
    assert "Russia would leave it" in out
    assert "Japan holds" not in out


def test_states_coalitions_and_conditions(as_json):
    code, data = as_json(
        *("inverse", "elmira-1991", "--model", "literature", "--state", "s5"),
        *("--concept", "cnash", "--coalition", "moe,uniroyal"),
    )
    assert (code, data["coalition"], data["state"]) == (0, ["moe", "uniroyal"], "s5")
    code, data = as_json(
        *("inverse", "japan-russia", "--model", "treaty-menu", "--state", "jp.t2,ru.t0"),
        *("--fix", "us.waive=no", "--at-most", "1"),
    )
    assert (code, data["state"]) == (0, ["jp.t2", "ru.t0"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give either `--target` or `--state`"),
        (["--target", "s2", "--state", "syria.release"], "give either `--target` or `--state`"),
        (["--target", "s22"], "did you mean"),
        (["--target", "s2 and not s2"], "no feasible state meets the target"),
        (["--target", "s2", "--concept", "nm"], "needs a concept that is a threshold"),
        (["--target", "s2", "--concept", "cgmr"], "go together"),
        (["--target", "s2", "--coalition", "syria,iraq"], "go together"),
        (["--target", "s2", "--actor", "iran"], "unknown decision maker"),
        (["--state", "syria.release,syria.escalate"], "this state is not feasible"),
    ],
)
def test_refusals(detente, arguments, said):
    code, _, err = detente("inverse", "syria-iraq-1975", *arguments)
    assert code == 2
    assert said in err


def test_stopped_early(as_json):
    _, data = as_json("inverse", "syria-iraq-1975", "--target", "s2", "--seconds", "0")
    assert (data["outsiders"]["steps"], data["outsiders"]["complete"]) == (None, False)

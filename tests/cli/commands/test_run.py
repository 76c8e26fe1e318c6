"""`detente run` on the command line."""

from __future__ import annotations


def test_words_story_and_moves(detente, as_json) -> None:
    code, out, _ = detente("run", "japan-russia", "--runs", "30", "--until", "2019-12-31")
    assert code == 0
    assert out.startswith("30 runs from 2018-05-25 to 2019-12-31")
    code, out, _ = detente("run", "japan-russia", "--number", "3")
    assert (code, out.splitlines()[0][:6]) == (0, "Run 3,")
    code, data = as_json(
        "run", "japan-russia", "--moves", "treaty", "--runs", "10", "--until", "2018-12-31"
    )
    assert (code, data["event"]) == (0, "treaty")


def test_a_date_that_is_none_is_refused(detente) -> None:
    code, _, err = detente("run", "japan-russia", "--from", "soon")
    assert code == 2
    assert "soon" in err


def test_hindcasts(detente) -> None:
    code, out, _ = detente("run", "japan-russia", "--hindcast", "--runs", "10")
    assert code == 0
    assert "31 questions from 5 dates, of which 5 came true" in out


def test_a_figure_of_what_moves(detente, tmp_path) -> None:
    file = tmp_path / "moves.svg"
    dates = ("--until", "2018-12-31", "--runs", "20")
    code, _, _ = detente(
        "run", "japan-russia", "--moves", "offer_refused", *dates, "--figure", str(file)
    )
    assert code == 0
    assert file.read_text(encoding="utf-8").startswith("<svg")
    code, _, err = detente("run", "japan-russia", "--figure", str(file))
    assert code == 2
    assert "--moves" in err

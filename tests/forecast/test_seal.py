"""Seals: no byte can be changed unseen, no kill loses one, writers do not overwrite each other."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import FileProblem, UsageError
from detente.forecast.seal import Sealed, read_seals, seal

NOW = datetime(2020, 5, 1, 12, tzinfo=UTC)


def draft(question: str = "q1", p: float = 0.3, **changes: object) -> Sealed:
    plain = Sealed(
        case="ford",
        digest="d" * 8,
        question=question,
        ask="Will it open? “Ja” ¶",
        resolves="Yes, if open.",
        by="2021",
        probability=p,
        low=p / 2,
        high=(1 + p) / 2,
        sentence="It is unlikely.",
        because="a guess",
        version="0",
    )
    return replace(plain, **changes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "out" / "forecasts.jsonl"
    seal(file, [draft("q1"), draft("q2", 0.5)], NOW)
    seal(file, [draft("q3", 0.9)], NOW)
    return file


def test_what_is_sealed_comes_back(path: Path) -> None:
    found = read_seals(path)
    assert [s.question for s in found] == ["q1", "q2", "q3"]
    assert [s.number for s in found] == [1, 2, 3]
    assert found[0].time == "2020-05-01T12:00:00+00:00"
    assert [s.previous for s in found] == ["", found[0].seal, found[1].seal]
    assert len({s.seal for s in found}) == 3
    assert replace(found[2], time="", number=0, previous="", seal="") == draft("q3", 0.9)


@pytest.mark.slow
def test_every_byte_counts(path: Path) -> None:
    raw = path.read_bytes()
    lines = [0]
    for i, byte in enumerate(raw):
        path.write_bytes(raw[:i] + bytes([byte ^ 1]) + raw[i + 1 :])
        with pytest.raises(FileProblem, match="was changed") as caught:
            read_seals(path)
        assert caught.value.line in (lines[0] + 1, lines[0] + 2)
        lines[0] += byte == 10


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_insertion_or_deletion_passes(path: Path, data: st.DataObject) -> None:
    raw = path.read_bytes()
    i = data.draw(st.integers(0, len(raw)))
    j = data.draw(st.integers(i, min(len(raw), i + 9)))
    changed = raw[:i] + data.draw(st.binary(max_size=5)) + raw[j:]
    kept = b"".join(raw.splitlines(keepends=True)[: changed.count(b"\n")])
    try:
        path.write_bytes(changed)
        if changed == kept:  # only the last lines were dropped, which a chain cannot show
            read_seals(path)
        else:
            with pytest.raises(FileProblem, match="was changed"):
                read_seals(path)
    finally:
        path.write_bytes(raw)


def test_it_says_which_forecast_was_changed(path: Path) -> None:
    path.write_text(path.read_text().replace('"probability": 0.5', '"probability": 0.6'))
    with pytest.raises(FileProblem, match="the forecast on `q2`") as caught:
        read_seals(path)
    assert caught.value.line == 2


def test_a_seal_made_anew_breaks_the_chain_behind_it(path: Path) -> None:
    lines = path.read_text().splitlines()
    forged = replace(read_seals(path)[1], probability=0.6, high=0.8)
    lines[1] = replace(forged, seal=forged.computed()).content()
    path.write_text("\n".join(lines) + "\n")
    with pytest.raises(FileProblem, match=r"`q3` .*does not follow"):
        read_seals(path)


def test_swapped_dropped_and_doubled_lines_break_the_chain(path: Path) -> None:
    a, b, c = path.read_text().splitlines(keepends=True)
    for lines in ([b, a, c], [a, c], [a, a, b, c], [b, c], [a, b, "\n", c]):
        path.write_text("".join(lines))
        with pytest.raises(FileProblem, match="was changed"):
            read_seals(path)


def test_the_newest_seal_kept_elsewhere_shows_dropped_lines(path: Path) -> None:
    newest = read_seals(path)[-1].seal
    assert len(read_seals(path, newest[:8])) == 3
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:2]))
    assert len(read_seals(path)) == 2
    for seal_ in (newest, newest[:8], "zzzzzzzz", read_seals(path)[0].seal[:7]):
        with pytest.raises(FileProblem, match="not in the file"):
            read_seals(path, seal_)


def test_other_writings_of_the_same_content_are_refused(path: Path) -> None:
    line = path.read_text().splitlines()[0]
    first = json.loads(line)
    ordered = json.dumps(dict(reversed(first.items())), ensure_ascii=False)
    for same in (line.replace(": ", ":  ", 1), f"{line} ", json.dumps(first), ordered, f"{line}\r"):
        assert json.loads(same) == first
        path.write_text(f"{same}\n", newline="")
        with pytest.raises(FileProblem, match="not written as it was sealed"):
            read_seals(path)
    for odd in (first | {"number": 1.0}, first | {"number": True}, first | {"more": 1}, [first], 7):
        path.write_text(json.dumps(odd, ensure_ascii=False) + "\n")
        with pytest.raises(FileProblem, match=r"as it was sealed|cannot be read"):
            read_seals(path)
    for raw in (b"\xff\n", b"[" * 99_999 + b"\n", b'"\\ud800"\n', b"\n", b"null\n"):
        path.write_bytes(raw)
        with pytest.raises(FileProblem, match="was changed"):
            read_seals(path)


def test_nothing_is_added_to_a_broken_chain(path: Path) -> None:
    path.write_bytes(raw := path.read_bytes()[:-3])
    with pytest.raises(FileProblem, match="end is missing"):
        seal(path, [draft()])
    assert path.read_bytes() == raw


@pytest.mark.parametrize(
    "chance", [(0.0, 0.0, 0.5), (0.5, 1.0, 1.0), (0.6, 0.5, 0.7), (0.1, float("nan"), 0.9)]
)
def test_what_is_no_forecast_is_not_sealed(path: Path, chance: tuple[float, float, float]) -> None:
    low, p, high = chance
    raw = path.read_bytes()
    with pytest.raises(UsageError, match="between 0 and 1"):
        seal(path, [draft(), draft("q9", low=low, probability=p, high=high)])
    assert path.read_bytes() == raw


def test_places_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem, match="cannot be written"):
        seal(tmp_path / "file" / "deep" / "x.jsonl", [draft()])
    with pytest.raises(FileProblem):
        seal(tmp_path, [draft()])
    with pytest.raises(FileProblem, match="cannot be read"):
        read_seals(tmp_path / "none.jsonl")


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    file = tmp_path / "f.jsonl"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda i: seal(file, [draft(f"q{i}")]), range(24)))
    assert sorted(s.question for s in read_seals(file)) == sorted(f"q{i}" for i in range(24))


def test_late_means_after_the_last_day() -> None:
    sealed = draft(time=NOW.isoformat())
    assert not sealed.late(date(2020, 5, 1))
    assert sealed.late(date(2020, 4, 30))


KEEP_SEALING = """
import sys
from pathlib import Path
from tests.forecast.test_seal import draft
from detente.forecast.seal import seal
while True:
    for s in seal(Path(sys.argv[1]), [draft(), draft("q2")]):
        print(s.seal, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_killed_process_loses_nothing_that_it_said_was_sealed(tmp_path: Path) -> None:
    file, root = tmp_path / "f.jsonl", Path(__file__).parents[2]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    for wait in (0.0, 0.013, 0.041):
        with subprocess.Popen(
            [sys.executable, "-c", KEEP_SEALING, str(file)],
            stdout=subprocess.PIPE,
            env=env,
            text=True,
        ) as process:
            assert process.stdout is not None
            told = [process.stdout.readline().strip()]
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
            told += [line.strip() for line in process.stdout if len(line) == 65]
        known = [s.seal for s in read_seals(file)]
        assert set(told) <= set(known)
        assert len(known) % 2 == 0

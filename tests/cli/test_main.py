"""The entry point: help, version, exit codes, errors as messages and as JSON."""

import json
import subprocess
import sys
import time

import pytest

from detente.version import __version__

COMMANDS = [
    "assess",
    "new",
    "check",
    "fmt",
    "show",
    "stability",
    "explain",
    "unlock",
    "answers",
    "list",
]


def test_help_names_every_command_in_the_order_of_the_work(detente):
    code, out, _ = detente("--help")
    at = [out.index(f"\n  {name} ") for name in COMMANDS]
    assert code == 0
    assert at == sorted(at)
    assert "130 interrupted" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(detente, command):
    code, out, _ = detente(command, "--help")
    assert code == 0
    assert "--json" in out


def test_version(detente):
    assert detente("--version")[1] == f"detente {__version__}\n"


def test_version_is_quick():
    timings = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "detente", "--version"], check=True, capture_output=True
        )
        timings.append(time.perf_counter() - start)
    assert min(timings) < 0.3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nonsense"], 2, "No such command"),
        (["stability"], 2, "Missing argument 'CASE'"),
        (["stability", "nowhere"], 3, "no such case"),
        (["stability", "japan-rusia"], 3, "did you mean `japan-russia`?"),
        (["stability", "japan-russia", "--model", "2013"], 2, "unknown model"),
        (["stability", "japan-russia", "--concept", "nsh"], 2, "did you mean `nash`?"),
        (["stability", "japan-russia", "--fix", "jp.exit"], 2, "is not NAME=VALUE"),
        (["stability", "japan-russia", "--fix", "jp.exit=maybe"], 2, "expected yes or no"),
        (["unlock", "japan-russia", "--target", "jp.partial &"], 2, "write `and`"),
        (
            ["unlock", "japan-russia", "--model", "2016-12", "--target", "ru.retrn2"],
            2,
            "ru.return2",
        ),
        (["unlock", "japan-russia", "--target", "true", "--keep", "ru"], 2, "actor:number"),
        (["explain", "japan-russia", "--state", "ru.sov,ru.mil"], 2, "breaks the rule"),
        (["answers", "japan-russia", "--question", "Q99"], 2, "unknown question"),
        (["list", "wishes"], 2, "unknown kind of list"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else None,
)
def test_errors_are_messages_with_exit_codes(detente, arguments, code, said):
    found, out, err = detente(*arguments)
    assert found == code
    assert said in err
    assert out == ""
    assert "Traceback" not in err


def test_with_json_an_error_is_an_object_on_standard_output(detente):
    code, out, err = detente("stability", "nowhere", "--json")
    error = json.loads(out)
    assert code == 3
    assert error["kind"] == "FileProblem"
    assert "no such case" in error["error"]
    assert "no such case" in err


def test_an_invalid_case_lists_all_its_problems(detente, tmp_path):
    (tmp_path / "case.yaml").write_text("format: dispute-case/1\ncase: {id: a}\nactrs: {}\n")
    code, out, err = detente("stability", tmp_path, "--json")
    problems = json.loads(out)["problems"]
    assert code == 2
    assert {p["message"] for p in problems} >= {"unknown key `actrs`"}
    assert "did you mean `actors`?" in err


def test_a_closed_pipe_is_no_error():
    done = subprocess.run(
        f"{sys.executable} -m detente show japan-russia | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""

"""`detente assess`: the main job."""

import json
import subprocess
import sys
import time


def test_judgements_on_screen_and_a_report_on_disk(detente, tmp_path):
    report = tmp_path / "report.html"
    code, out, _ = detente("assess", "japan-russia", "-o", report)
    assert code == 0
    assert "Russia" in out
    assert str(report) in out
    assert "<html" in report.read_text(encoding="utf-8")


def test_json_holds_the_same_findings(as_json, tmp_path):
    code, data = as_json("assess", "prisoners-dilemma", "-o", tmp_path / "r.html")
    assert code == 0
    assert data["case"] == "prisoners-dilemma"
    assert data["written"] == [str(tmp_path / "r.html")]
    assert data["models"]
    assert data["judgements"]


def test_a_report_that_cannot_be_written_leaves_a_message(detente, tmp_path):
    code, _, err = detente("assess", "chicken", "-o", tmp_path / "missing" / "r.html")
    assert code == 3
    assert "r.html" in err


def test_the_flagship_takes_under_ten_seconds(tmp_path):
    start = time.perf_counter()
    command = [sys.executable, "-m", "detente", "assess", "japan-russia", "--json"]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "r.html")], capture_output=True, text=True, check=True
    )
    assert time.perf_counter() - start < 60  # 10 s on an idle machine; tests share it
    assert json.loads(done.stdout)["case"] == "japan-russia"

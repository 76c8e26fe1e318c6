"""Work on many: every task gives a result or a reason, whatever happens to a process."""

import os
import subprocess
import sys
import textwrap

from detente.documents.batch import Spoilt, cores, each_apart

WORK = textwrap.dedent(
    """
    import os, time
    from detente.documents import batch
    from detente.errors import DocumentError

    def work(task):
        if task == 3:
            raise ValueError("three")
        if task == 4:
            raise DocumentError("no four", found=4)
        if task == 5:
            os._exit(9)
        if task == 6:
            time.sleep(30)
        return task * task

    def main():
        batch.MOST_SECONDS = 1
        for result in batch.each_apart(work, range(12), jobs=2):
            if isinstance(result, batch.Spoilt):
                print(result.task, result.error)
            else:
                print(result)
    """
)


def test_all_cores_give_what_one_would():
    assert sorted(each_apart(abs, range(-50, 0))) == list(range(1, 51))
    assert cores() == len(os.sched_getaffinity(0))


def test_nothing_to_do():
    assert list(each_apart(abs, [], jobs=1)) == []


def test_what_raises_is_spoilt_and_the_rest_goes_on():
    found = list(each_apart(int, ["1", "x", "3"], jobs=1))
    assert sorted(f for f in found if not isinstance(f, Spoilt)) == [1, 3]
    [spoilt] = [f for f in found if isinstance(f, Spoilt)]
    assert spoilt.task == "x"
    assert "ValueError" in str(spoilt.error)


def test_a_process_that_ends_or_hangs_stops_nothing(tmp_path):
    limit = "    batch.MOST_SECONDS = 1\n"
    (tmp_path / "work.py").write_text(WORK.replace(limit, "") + "batch.MOST_SECONDS = 1\n")
    code = "import work\nif __name__ == '__main__':\n    work.main()\n"
    (tmp_path / "run.py").write_text(code)
    done = subprocess.run(
        [sys.executable, "run.py"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    lines = sorted(done.stdout.splitlines())
    assert len(lines) == 12, done.stderr
    assert [w for w in lines if w.isdigit()] == sorted(
        str(n * n) for n in range(12) if n not in range(3, 7)
    )
    said = "\n".join(lines)
    assert "3 this document could not be read: found `ValueError: three`" in said
    assert "4 no four: found `4`" in said
    assert "5 the process that read this document ended" in said
    assert "6 this document could not be read: found `TimeoutError" in said

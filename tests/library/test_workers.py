"""Whatever becomes of a worker, its answers come in order, and only the bad job has failed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import CatalogueError
from reader.library import workers as module
from reader.library.preparing import AsRead, Job, ToJudge, ToRead
from reader.library.workers import Failed, Workers, pool
from reader.model import Row
from tests.library.planted import WORKER


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    """Workers that misbehave where names ask for it, and have little patience."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))  # they find it nowhere else
    monkeypatch.setattr(module, "WALL_S", 0.6)
    monkeypatch.setattr(module, "SIMPLER_S", 0.4)
    monkeypatch.setattr(module, "LOOK_S", 0.1)
    some = Workers(tmp_path / "state" / "workers.log", most=2, module=WORKER)
    yield some
    some.close()


def jobs(folder: Path, *names: str) -> list[Job]:
    """A job for each of these files, which are there afterwards."""
    for name in names:
        (folder / name).write_text(f"The story of {name}\n\nIt has a few words.\n", "utf-8")
    return [ToRead(folder / "cache", 1, name, str(folder / name), 10) for name in names]


def test_answers_come_in_the_order_of_the_jobs(tmp_path: Path, planted: Workers) -> None:
    wanted = jobs(tmp_path, *(f"{number:03}.txt" for number in range(300)))
    done = list(planted.each(iter(wanted)))
    assert [job for job, _ in done] == wanted
    assert all(isinstance(answer, AsRead) and answer.packed for _, answer in done)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("hang.txt", "it takes too long"),
        ("die.txt", "reading it broke off"),
        ("eat.txt", "it needs too much memory"),
        ("raise.txt", "reading it broke off"),
    ],
)
def test_a_bad_job_costs_nothing_but_itself(
    tmp_path: Path, planted: Workers, bad: str, reason: str
) -> None:
    names = [f"{number:02}.txt" for number in range(40)]
    names[17:17] = [bad]
    done = list(planted.each(iter(jobs(tmp_path, *names))))
    assert [Path(job.name).name for job, _ in done if isinstance(job, ToRead)] == names
    assert [answer for _, answer in done if isinstance(answer, Failed)] == [Failed(reason)]
    assert done[17][1] == Failed(reason)


@pytest.mark.parametrize("bad", ["hang-once.html", "die-once.html", "eat-once.html"])
def test_a_job_that_can_be_made_simpler_is(tmp_path: Path, planted: Workers, bad: str) -> None:
    wanted = jobs(tmp_path, "a.txt", bad, "b.txt")
    done = list(planted.each(iter(wanted)))
    assert [job.plainly for job, _ in done if isinstance(job, ToRead)] == [False, True, False]
    assert all(isinstance(answer, AsRead) and answer.packed for _, answer in done)


def test_long_jobs_and_long_answers_do_not_wait_for_each_other(
    tmp_path: Path, planted: Workers
) -> None:
    deep = tmp_path / ("\udce9" * 200)
    deep.mkdir()
    text = "\n".join(f"{number} is the number of line {number * 7}" for number in range(9_000))
    for number in range(30):
        (deep / f"{number}.txt").write_text(text, "utf-8")
    names = [f"{deep.name}/{number}.txt" + "/." * 2_000 for number in range(30)]
    wanted: list[Job] = [
        ToRead(tmp_path / "cache", 1, name, str(deep / f"{number}.txt"), 10)
        for number, name in enumerate(names)
    ]
    assert [job for job, _ in planted.each(iter(wanted))] == wanted


def test_a_worker_that_hangs_is_ended_however_much_it_has_left_to_do(
    tmp_path: Path, planted: Workers
) -> None:
    wanted = jobs(tmp_path, "hang.txt", *(f"{number}.txt" for number in range(40)))
    longer = [
        job._replace(name="x/" * 9_000 + job.name) for job in wanted if isinstance(job, ToRead)
    ]
    answers = [answer for _, answer in planted.each(iter(longer))]
    assert [type(answer) for answer in answers] == [Failed] + [AsRead] * 40


def test_what_a_worker_says_when_it_breaks_off_is_in_the_log(
    tmp_path: Path, planted: Workers
) -> None:
    list(planted.each(iter(jobs(tmp_path, "raise.txt"))))
    assert "ZeroDivisionError: raise" in (tmp_path / "state" / "workers.log").read_text("utf-8")


def test_workers_that_are_killed_from_outside_are_replaced(
    tmp_path: Path, planted: Workers
) -> None:
    wanted = jobs(tmp_path, *(f"{number:03}.txt" for number in range(400)))
    answers = planted.each(iter(wanted))
    done = [next(answers)]
    for worker in planted._workers:
        os.kill(worker.process.pid, signal.SIGKILL)
    done += answers
    assert [job.name for job, _ in done if isinstance(job, ToRead)] == [
        job.name for job in wanted if isinstance(job, ToRead)
    ]
    assert not [answer for _, answer in done if isinstance(answer, Failed)]


def test_a_worker_that_was_stopped_with_its_parent_is_not_taken_for_hanging(
    tmp_path: Path, planted: Workers
) -> None:
    wanted = jobs(tmp_path, *(f"{number:03}.txt" for number in range(200)))
    answers = planted.each(iter(wanted))
    done = [next(answers)]
    time.sleep(module.WALL_S + 0.4)  # nobody looked at the clock meanwhile
    done += answers
    assert not [answer for _, answer in done if isinstance(answer, Failed)]


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="nothing tells who waited")
def test_a_worker_that_gets_no_core_is_waited_for(tmp_path: Path, planted: Workers) -> None:
    list(planted.each(iter(jobs(tmp_path, *(f"{number}.txt" for number in range(40))))))
    core = min(os.sched_getaffinity(0))
    for worker in planted._workers:
        os.sched_setaffinity(worker.process.pid, {core})
    hogs = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(12)]
    try:
        for hog in hogs:
            os.sched_setaffinity(hog.pid, {core})
        time.sleep(0.5)
        began = time.monotonic()
        done = list(planted.each(iter(jobs(tmp_path, "work.txt"))))
        assert time.monotonic() - began > module.WALL_S
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait()
    assert [job.plainly for job, _ in done if isinstance(job, ToRead)] == [False]
    assert not [answer for _, answer in done if isinstance(answer, Failed)]


def test_what_a_store_refuses_is_raised_and_the_next_jobs_are_done(
    tmp_path: Path, planted: Workers
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    with pytest.raises(CatalogueError, match="cannot write the catalogue"):
        list(planted.each([ToJudge(tmp_path / "file" / "cache", 1, Row(1))]))
    done = list(planted.each(jobs(tmp_path, "a.txt")))
    assert [type(answer) for _, answer in done] == [AsRead]


def test_whoever_leaves_early_gets_no_answers_of_others(tmp_path: Path, planted: Workers) -> None:
    answers = planted.each(iter(jobs(tmp_path, *(f"{number}.txt" for number in range(100)))))
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert [job for job, _ in planted.each(jobs(tmp_path, "x.txt"))] == jobs(tmp_path, "x.txt")


def test_a_process_has_one_pool_of_workers_whoever_asks_for_it(tmp_path: Path) -> None:
    one, other = pool(tmp_path / "one.log"), pool(tmp_path / "other.log")
    assert one is other
    list(one.each(jobs(tmp_path, "a.txt")))
    before = [worker.process.pid for worker in one._workers]
    list(pool(tmp_path / "one.log").each(jobs(tmp_path, "b.txt")))
    assert [worker.process.pid for worker in one._workers] == before


def test_a_worker_that_cannot_start_says_so(tmp_path: Path) -> None:
    some = Workers(tmp_path / "workers.log", most=1, module="reader.library.nothing_there")
    with pytest.raises(CatalogueError, match=r"cannot start: see .*workers\.log"):
        list(some.each(jobs(tmp_path, "a.txt")))

import queue
import threading

from reader.tui.latest import Latest, fault


class Bench:
    """A worker that is held at its work until it is let go, and what it delivered."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.go_on = threading.Semaphore(0)
        self.delivered: list[tuple[str, str]] = []
        self.arrived = threading.Semaphore(0)
        self.worked: list[str] = []
        self.latest: Latest[str, str] = Latest(self.work, self.deliver)

    def work(self, question: str) -> str:
        self.worked.append(question)
        self.begun.release()
        assert self.go_on.acquire(timeout=10)
        return question.upper()

    def deliver(self, question: str, answer: str) -> None:
        self.delivered.append((question, answer))
        self.arrived.release()

    def ask(self, question: str) -> None:
        """Ask, and wait until the worker is at it."""
        self.latest.ask(question)
        assert self.begun.acquire(timeout=10)

    def finish(self) -> None:
        """Let the worker answer, and wait for the delivery."""
        self.go_on.release()
        assert self.arrived.acquire(timeout=10)


def test_a_question_is_answered() -> None:
    bench = Bench()
    bench.ask("a")
    bench.finish()
    assert bench.delivered == [("a", "A")]
    bench.latest.close()


def test_only_the_newest_question_is_answered_and_those_between_are_never_looked_at() -> None:
    bench = Bench()
    bench.ask("h")
    for question in ("ha", "har", "harb"):
        bench.latest.ask(question)
    bench.go_on.release()
    bench.finish()
    assert bench.delivered == [("harb", "HARB")]
    assert bench.worked == ["h", "harb"]
    bench.latest.close()


def test_after_a_cancel_nothing_arrives_until_something_is_asked_again() -> None:
    bench = Bench()
    bench.ask("a")
    bench.latest.cancel()
    bench.go_on.release()
    bench.ask("b")
    bench.finish()
    assert bench.delivered == [("b", "B")]
    bench.latest.close()


def test_closing_ends_the_thread_and_delivers_nothing_any_more() -> None:
    bench = Bench()
    bench.ask("a")
    bench.latest.close()
    bench.go_on.release()
    assert bench.latest._thread is not None
    bench.latest._thread.join(timeout=10)
    assert not bench.latest._thread.is_alive()
    assert bench.delivered == []


def test_without_a_question_there_is_no_thread() -> None:
    latest: Latest[str, str] = Latest(str.upper, lambda question, answer: None)
    latest.cancel()
    latest.close()
    assert latest._thread is None


def test_after_a_fault_the_next_question_is_answered() -> None:
    said: queue.SimpleQueue[tuple[int, str]] = queue.SimpleQueue()
    latest: Latest[int, str] = Latest(
        lambda number: str(1 // number),
        lambda number, answer: said.put((number, answer)),
        lambda error: type(error).__name__,
    )
    for number, answer in ((0, "ZeroDivisionError"), (1, "1")):
        latest.ask(number)
        assert said.get(timeout=10) == (number, answer)
    latest.close()


def test_a_fault_is_told_in_one_line() -> None:
    assert (
        fault(ValueError("a\nb"))
        == "that cannot be answered: a mistake in reader (ValueError('a\\nb'))"
    )

"""One thread that answers the latest question; questions that are overtaken are never answered."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from reader.printable import printable

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Latest(Generic[Question, Answer]):
    """`work` runs in the thread; so does `deliver`, with each answer that is still wanted.

    `broken` makes an answer of a fault in `work`, so that what is asked next is answered again;
    without it the thread ends with the fault.
    """

    def __init__(
        self,
        work: Callable[[Question], Answer],
        deliver: Callable[[Question, Answer], None],
        broken: Callable[[Exception], Answer] | None = None,
    ) -> None:
        self._work = work
        self._broken = broken
        self._deliver = deliver
        self._question: Question | None = None
        self._asked = 0
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def ask(self, question: Question) -> None:
        """Want an answer to this, and to nothing asked before."""
        with self._changed:
            self._question, self._asked = question, self._asked + 1
            self._changed.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="latest", daemon=True)
            self._thread.start()

    def cancel(self) -> None:
        """Want no answer any more."""
        with self._changed:
            self._question, self._asked = None, self._asked + 1

    def close(self) -> None:
        """End the thread after what it is doing."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                while self._question is None and not self._closed:
                    self._changed.wait()
                if self._closed or self._question is None:
                    return
                question, number, self._question = self._question, self._asked, None
            try:
                answer = self._work(question)
            except Exception as error:
                if self._broken is None:
                    raise
                answer = self._broken(error)
            with self._changed:
                wanted = number == self._asked and not self._closed
            if wanted:
                self._deliver(question, answer)


def fault(error: Exception) -> str:
    """A sentence for what only a mistake of ours can have raised."""
    return printable(f"that cannot be answered: a mistake in reader ({error!r})")

import sys

import pytest

from benchmarks.terminal import Terminal, whole


@pytest.mark.parametrize(
    ("output", "ready"),
    [
        (b"moon", b"moon"),
        (b"moon\x1b[31m", b"moon\x1b[31m"),
        (b"moon\x1b[?2026", b"moon"),
        (b"moon\x1b", b"moon"),
        (b"moon\x1b]8;;file:///tide\x1b", b"moon"),
        (b"\x1b]0;moon\x1b\\sea", b"\x1b]0;moon\x1b\\sea"),
    ],
)
def test_a_sequence_that_is_not_at_its_end_is_held_back(output: bytes, ready: bytes) -> None:
    assert whole(output) == (ready, output[len(ready) :])


def test_a_sequence_that_comes_in_two_pieces_is_not_shown_as_text() -> None:
    script = (
        "import sys, time\n"
        "for piece in ('\\x1b[<', '5uMOON'):\n"
        "    sys.stdout.write(piece); sys.stdout.flush(); time.sleep(0.2)\n"
    )
    terminal = Terminal([sys.executable, "-c", script])
    try:
        terminal.listen(0.5)
    finally:
        terminal.close()
    assert len(terminal.output) == 2
    assert terminal.shown("(?m)^MOON") is not None
    assert terminal.spent_until("MOON") is not None

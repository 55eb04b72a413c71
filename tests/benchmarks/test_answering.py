"""Letters, and what is found for them, are timed on the screen of a program that answers late."""

import sys

from benchmarks.answering import Prompted, answered

PROGRAM = """
import sys, termios, time, tty
tty.setraw(0)
text = ""
while True:
    sys.stdout.write(f"\\x1b[H\\x1b[2K> {text}")
    sys.stdout.flush()
    time.sleep(0.1)
    sys.stdout.write(f"\\x1b[2H\\x1b[2Kfound {9 - len(text)}/9\\x1b[H")
    sys.stdout.flush()
    key = sys.stdin.read(1)
    text = "" if key == "\\x15" else text + key if key.isprintable() else text
"""


def test_echoes_come_before_results() -> None:
    program = Prompted([sys.executable, "-c", PROGRAM], b"\r", "> ", r"found (\d)/9")
    echoes, results = answered(program, "a c", 0.3, 2, 0.3)
    assert len(echoes) == len(results) == 6
    assert all(result - echo > 90 for echo, result in zip(echoes, results, strict=True))

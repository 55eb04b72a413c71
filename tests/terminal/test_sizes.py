import pytest

from tests.terminal.driver import Terminal
from tests.terminal.home import CORPUS, COUNT, Home

pytestmark = pytest.mark.slow

SIZES = [(60, 20), (80, 24), (120, 40), (220, 50), (40, 12), (10, 3), (1, 1)]


def painted(terminal: Terminal) -> None:
    """Wait for the first picture; of a single cell it may be a blank one."""
    terminal.until(lambda: b"\x1b[1;1H" in terminal.raw, "nothing was painted")


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("home"))
    assert home.run("index", CORPUS).returncode == 0
    return home


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_starts_reads_and_quits_at_every_size(size: tuple[int, int], indexed: Home) -> None:
    with indexed.screen(CORPUS, size=size) as terminal:
        painted(terminal)
        terminal.press("jj\rc \x06zRw")
        terminal.press("q/bread\rgfq?\x1b")
        terminal.press("Q\x11")
        assert terminal.end() == 0
        assert terminal.left_behind() == []
        assert b"Traceback" not in terminal.raw


def test_every_change_of_size_is_followed(indexed: Home) -> None:
    all_of_them = f"{COUNT} documents"
    signs = {"": all_of_them, "\r": "", "zR": "", "/bread": "bread", "\x1b": all_of_them}
    with indexed.screen(CORPUS) as terminal:
        for keys, sign in {**signs, "?": "Esc goes back"}.items():
            terminal.press(keys)
            for columns, rows in (*SIZES, (100, 30), *reversed(SIZES), (3, 50), (300, 2)):
                terminal.resize(columns, rows)
                terminal.listen(0.02)
            terminal.resize(120, 40)  # an Esc is seen to work: read with the next key, it is Alt
            terminal.see(sign)
        terminal.press("\x1b")
        terminal.lose("Esc goes back")
        terminal.press("Q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []
        assert b"Traceback" not in terminal.raw


def test_a_rush_of_sizes_is_survived(indexed: Home) -> None:
    with indexed.screen(CORPUS) as terminal:
        terminal.see(f"{COUNT} documents")
        for step in range(300):
            terminal.resize(20 + step * 7 % 200, 5 + step * 3 % 50)
        terminal.listen(1)
        terminal.resize(80, 24)
        terminal.see(f"{COUNT} documents")
        terminal.see(r"\? keys")


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (120, 40)], ids=str)
def test_it_rests_when_there_is_nothing_to_do(size: tuple[int, int], indexed: Home) -> None:
    with indexed.screen(CORPUS, size=size) as terminal:
        painted(terminal)
        terminal.listen(1)
        terminal.idle()
        terminal.listen(1)
        before = terminal.cpu_ms
        terminal.listen(1)
        assert terminal.cpu_ms - before < 200

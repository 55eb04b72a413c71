from reader.tui.fuzzy import holds, ranked

TEXTS = ["open all folds", "close all folds", "the next document", "unfold the folder"]


def test_every_word_has_to_be_there() -> None:
    assert ranked("folds open", TEXTS) == [0]
    assert ranked("folds xyzzy", TEXTS) == []
    assert ranked("", TEXTS) == [0, 1, 2, 3]


def test_whole_words_come_before_parts_of_words() -> None:
    assert ranked("fold", ["unfold it", "a folder", "one fold"]) == [2, 1, 0]


def test_longer_words_may_be_misspelt_and_short_ones_not() -> None:
    assert ranked("documnet", TEXTS) == [2]
    assert holds("clsoe", "close it") or holds("cloze", "close it")
    assert not holds("opn", "open it")

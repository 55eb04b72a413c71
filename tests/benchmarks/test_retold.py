from benchmarks.retold import ALIKE, RETOLD, told


def test_every_way_of_telling_occurs_beside_its_story() -> None:
    texts = list(told(400, every=3))
    assert {text.kind for text in texts} == {"story", *RETOLD, *ALIKE}
    numbers = {text.story for text in texts if text.kind == "story"}
    for text in texts:
        assert abs(text.story) in numbers
        assert (text.story < 0) == (text.kind in ALIKE)


def test_the_same_seed_gives_the_same_texts() -> None:
    assert list(told(30, 2)) == list(told(30, 2))
    assert list(told(30, 2)) != list(told(30, 3))

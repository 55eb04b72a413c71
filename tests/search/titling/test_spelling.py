from hypothesis import given
from hypothesis import strategies as st

from reader.search.titling.spelling import skeletons


def keys(*words: str) -> list[tuple[int, int]]:
    packed, sounds = skeletons("".join(f"{word}\n" for word in words).encode())
    return list(zip(packed.tolist(), sounds.tolist(), strict=True))


def alike(*words: str) -> bool:
    return len({*keys(*words)}) == 1


def test_spellings_of_a_name_share_a_skeleton() -> None:
    assert alike("mojahedin", "mujahideen", "mojahidin")
    assert alike("osama", "usama", "oussama")
    assert alike("harbour", "harbor", "harrbor")
    assert alike("philip", "filip")
    assert not alike("harbour", "arbour")
    assert not alike("osama", "sama")


def test_skeletons_sort_so_that_those_that_begin_alike_are_neighbours() -> None:
    [(harb, _), (harbour, _), (harbourmaster, _), (hat, _)] = keys(
        "harb", "harbour", "harbourmaster", "hat"
    )
    assert harb < harbour < harbourmaster < hat


def test_no_words_have_no_skeletons() -> None:
    assert keys() == []


@given(st.lists(st.text(st.sampled_from("abhkcpzüд海7"), min_size=1)))
def test_a_skeleton_does_not_depend_on_the_other_words(words: list[str]) -> None:
    assert keys(*words) == [key for word in words for key in keys(word)]

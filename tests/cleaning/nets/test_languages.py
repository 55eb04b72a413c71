import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from reader.cleaning.nets.languages import identifier, widened

THEIRS = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
WORDS = ["the", "of", "and", "der", "und", "le", "les", "что", "это", "的", "是", "في", "من", "και"]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=60))
def test_it_answers_as_the_library_does(words: list[str]) -> None:
    text = " ".join(words).encode("utf-8", "ignore")
    assert identifier().classify(text) == THEIRS.classify(text)


def test_it_takes_the_short_way() -> None:
    assert type(identifier()) is not LanguageIdentifier


def test_every_negative_number_is_widened_to_itself() -> None:
    numbers = np.arange(0x8000, 0xFC00, dtype=np.uint16).view(np.float16)
    assert (widened(numbers) == numbers.astype(np.float32)).all()

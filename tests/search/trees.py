"""Any trees of words, and any texts that may have them."""

from hypothesis import strategies as st

from reader.query import And, Not, Or, Phrase, Word

WORDS = st.sampled_from(["sea", "Sea", "SEAL", "the", "hárbour", "北"])
LEAVES = st.one_of(
    st.builds(
        Word,
        WORDS | st.sampled_from(["se", "Se", "sea-The", "?!", "nowhere"]),
        prefix=st.booleans(),
        exact=st.booleans(),
    ),
    st.builds(Phrase, st.lists(WORDS, min_size=1, max_size=3).map(" ".join)),
)
TREES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(lambda some: And(tuple(some))),
        st.lists(parts, min_size=2, max_size=3).map(lambda some: Or(tuple(some))),
    ),
    max_leaves=4,
)
TEXTS = st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=4).map(" ".join)), max_size=12)

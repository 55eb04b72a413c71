"""How long does it take to find near-copies, and which are found?

`python -m benchmarks.bench_copies [--documents N] [--seed S]` makes stories of some 400 words,
tells one in ten again in one of seven ways, and puts others beside them that only look so. It signs
all texts and groups them, and prints the processor time of both, memory, and for each way how many
were found. Goal: 100,000 documents in 60 s, all copies, nothing else. Beside it, where it is
installed: MinHash and LSH of datasketch over the first texts.
"""

import argparse
import resource
import time
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.retold import ALIKE, RETOLD, Told, told
from reader.search.copies.grouping import Joined, candidates, certain, join_copies
from reader.search.copies.resembling import runs
from reader.search.copies.signing import FEWEST, RUN, SIGNS, signature

GOAL_S = 60  # for 100,000
PEER = 5_000  # texts for the peer
SIMILAR = 0.4  # that the peer looks for


def spent(call: Callable[[], object]) -> float:
    """Seconds of processor time that a call takes."""
    began = time.process_time()
    call()
    return time.process_time() - began


def grouped(texts: Sequence[Told], signatures: Sequence[bytes]) -> Joined:
    """The texts, joined where they are near-copies."""
    together = np.frombuffer(b"".join(signatures), np.uint8).reshape(len(texts), SIGNS)
    pairs = candidates(together)
    sure = certain(together, pairs)
    order = np.argsort(~sure, kind="stable")
    joined = Joined(len(texts))
    for _ in join_copies(
        joined,
        map(tuple, pairs[order].tolist()),
        sure[order].tolist(),
        lambda number: runs(texts[number].words),
    ):
        pass
    return joined


def peer(texts: Sequence[Told]) -> float | None:
    """Seconds that datasketch takes for these texts; None where it is not installed."""
    try:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415
    except ImportError:
        return None

    def find() -> None:
        index = MinHashLSH(threshold=SIMILAR, num_perm=SIGNS)
        for number, text in enumerate(texts):
            hashed = MinHash(num_perm=SIGNS)
            each = [" ".join(text.words[at : at + RUN]).encode() for at in range(len(text.words))]
            hashed.update_batch(each)
            index.query(hashed)
            index.insert(number, hashed)

    return spent(find)


def main() -> None:
    """Print times, memory, and a line for each way of telling a story again."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    texts = [text for text in told(args.documents, args.seed) if len(text.words) >= FEWEST]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    signatures: list[bytes] = []
    signing = spent(lambda: signatures.extend(signature(text.words) for text in texts))
    found: list[Joined] = []
    grouping = spent(lambda: found.append(grouped(texts, signatures)))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    goal = GOAL_S * len(texts) / 100_000
    print(f"{len(texts):,} texts; seconds of processor time")
    print(f"signing {signing:.1f}, grouping {grouping:.1f}, together {signing + grouping:.1f}")
    print(f"goal {goal:.0f}: {'met' if signing + grouping <= goal else 'missed'}")
    print(f"memory beyond the texts: {(after - before) / 1024:.0f} MB")
    if (theirs := peer(texts[:PEER])) is not None:
        ours = spent(lambda: [signature(text.words) for text in texts[:PEER]])
        ours += spent(lambda: grouped(texts[:PEER], signatures[:PEER]))
        print(
            f"datasketch, {PEER:,} texts: {theirs:.1f}; ours {ours:.2f}: {theirs / ours:.0f} times"
        )
    _tell(texts, found[0])


def _tell(texts: Sequence[Told], joined: Joined) -> None:
    stories = {text.story: number for number, text in enumerate(texts) if text.kind == "story"}
    planted, right = Counter[str](), Counter[str]()
    for number, text in enumerate(texts):
        if text.kind != "story" and abs(text.story) in stories:
            together = joined.top(number) == joined.top(stories[abs(text.story)])
            planted[text.kind] += 1
            right[text.kind] += together == (text.kind in RETOLD)
    print("\nfound as a copy, of those that are")
    for kind in RETOLD:
        print(f"  {kind:38} {right[kind]:>6} of {planted[kind]}")
    print("told apart, of those that are none")
    for kind in ALIKE:
        print(f"  {kind:38} {right[kind]:>6} of {planted[kind]}")
    groups = joined.groups()
    wrong = sum(len({texts[number].story for number in group}) > 1 for group in groups)
    print(f"groups {len(groups):,}, with other stories in them {wrong}")


if __name__ == "__main__":
    main()

"""A sensitive question in words: “most”, “some”, “few or none”, or nothing where they say too much.

Whoever weighs the words also knows how many ballots there were, the guide, and this code. Each word
is an interval of counts; what the sum of all counts must be makes the intervals narrower.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

MOST, SOME, FEW = "most", "some", "few or none"

Span = tuple[int, int]


def numbers_are_safe(counts: Sequence[int], people: int, least: int, *, several: bool) -> bool:
    """Whether every band is large enough, and where people chose several, its remainder too.

    Of a single choice the remainder of a band is the other bands.
    """
    parts = chain(counts, (people - count for count in counts)) if several else counts
    return all(part >= least for part in parts)


def words_for(
    counts: Sequence[int], people: int, ballots: int, least: int, *, several: bool
) -> tuple[str, ...]:
    """A word for each count, or none at all where they would give something away.

    `ballots` counts the passes that are in no band too.
    """
    words = tuple(_word(count, people, least) for count in counts)
    if _gives_away(words, people, least, several=several):
        return ()
    if ballots > people and _tells_the_passes(words, ballots, least, several=several):
        return ()
    return words


def _tells_the_passes(words: Sequence[str], ballots: int, least: int, *, several: bool) -> bool:
    """Whether these words could be said with one number of passes only."""
    # Without a small band it is a few passes that keep the numbers back.
    some = range(ballots - least + 1) if FEW in words else range(1, least)
    said = (_may_be_said(words, ballots - passed, least, several=several) for passed in some)
    return sum(said) < 2


def _word(count: int, people: int, least: int) -> str:
    if count < least:
        return FEW
    return MOST if count * 2 > people else SOME


def _may_be_said(words: Sequence[str], people: int, least: int, *, several: bool) -> bool:
    spans = _spans(words, people, least)
    exists = all(low <= high for low, high in spans)
    adds_up = sum(high for _, high in spans) >= people
    fits = several or sum(low for low, _ in spans) <= people
    return exists and adds_up and fits and not _gives_away(words, people, least, several=several)


def _spans(words: Iterable[str], people: int, least: int) -> list[Span]:
    spans = {
        FEW: (0, min(least - 1, people)),
        SOME: (least, people // 2),
        MOST: (max(least, people // 2 + 1), people),
    }
    return [spans[word] for word in words]


def _gives_away(words: Sequence[str], people: int, least: int, *, several: bool) -> bool:
    """Whether a count narrows to one value, “few or none” to no longer none, or “most” of a several
    choice to all but a small group; or whether silence would give something away elsewhere."""
    if _silence_would_tell(words, people, least, several=several):
        return True
    spans = _spans(words, people, least)
    for most in _sums(len(words), people, several=several):
        if sum(low for low, _ in spans) > most:
            continue
        for word, (low, high) in zip(words, _narrowed(spans, people, most), strict=True):
            rest_is_small = several and word == MOST and people - low < least
            if low == high or (word == FEW and low > 0) or rest_is_small:
                return True
    return False


def _silence_would_tell(words: Sequence[str], people: int, least: int, *, several: bool) -> bool:
    if several:
        # Without a small band it is the small rest of another one that keeps the numbers back.
        return FEW not in words
    # All bands few is then one single room; it must not be the only one of which nothing is said.
    only_one = people == len(words) * (least - 1)
    return only_one and (MOST not in words or len(words) == 2)


def _sums(bands: int, people: int, *, several: bool) -> Iterable[int]:
    """The largest sums of all counts, by how many bands one person may be in: people look it up."""
    return (people * each for each in range(2, bands + 1)) if several else (people,)


def _narrowed(spans: Sequence[Span], least_sum: int, most_sum: int) -> list[Span]:
    low, high = (sum(ends) for ends in zip(*spans, strict=True))
    return [(max(a, least_sum - (high - b)), min(b, most_sum - (low - a))) for a, b in spans]

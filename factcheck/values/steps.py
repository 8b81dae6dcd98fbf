"""Two runs of words laid upon each other: what is the same, what differs, and the difference as print shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment

Words = tuple[str, ...]
END = 2  # words in which two runs that end together may differ there
AROUND = 3  # words shown to either side of a difference
CUT = "…"  # stands for words left out or replaced by the editor: "[the bill]", "...", "hard-a**"
GAP = 12  # words that may be missing behind the first words of a quotation, or before its last
NEAR = 4  # steps from the end in which a cut makes the end unsure
NONE = "–"  # shown where a word stands on one side only


class Word(str):
    """A word as it is spoken, by which it is compared; `printed` is how the text has it."""

    __slots__ = ("printed",)
    printed: str

    def __new__(cls, spoken: str, printed: str) -> Self:
        """Return the word as spoken, which knows how it is printed."""
        word = super().__new__(cls, spoken)
        word.printed = printed
        return word


class Step(NamedTuple):
    """A stretch that is the same on both sides, or differs."""

    same: bool
    before: Words
    after: Words


def window(short: Words, long: Words, margin: int = 0) -> tuple[int, int]:
    """Return the half-open places of the longer run on which the shorter lies best, and some words to either side."""
    placed = partial_ratio_alignment(short, long)
    if placed is None:
        return 0, len(long)
    return max(0, placed.dest_start - margin), min(len(long), placed.dest_end + margin)


def steps(left: Sequence[str], right: Sequence[str]) -> tuple[Step, ...]:
    """Return the steps from the shorter run to its place in the longer, from the first word in common to the last.

    What stands outside is no change: every desk cuts a quotation where it likes. Only where both end, or both
    begin, with a word or two of their own, are these a change: "a nuclear bomb", "nuclear arms".
    """
    short, long = sorted((tuple(left), tuple(right)), key=lambda each: (len(each), each))
    first, last = window(short, long, margin=len(short) // 4 + 1)
    found = _laid(short, long[first:last])
    wider = _reaching(long, first, last, found)
    if wider != (first, last):
        first, last = wider
        found = _laid(short, long[first:last])
    found = _slid(found)
    if found and not found[0].same and not (first == 0 and _exchanged(found[0], found[1:NEAR])):
        found.pop(0)
    if found and not found[-1].same and not (last == len(long) and _exchanged(found[-1], found[-NEAR:-1])):
        found.pop()
    return tuple(found) if any(step.same for step in found) else ()


def _laid(short: Words, long: Words) -> list[Step]:
    """Return the steps between two runs from end to end."""
    found: list[Step] = []
    for op in LCSseq.opcodes(short, long):
        before, after = short[op.src_start : op.src_end], long[op.dest_start : op.dest_end]
        same = op.tag == "equal"
        if found and not same and not found[-1].same:
            found[-1] = Step(False, found[-1].before + before, found[-1].after + after)
        else:
            found.append(Step(same, before, after))
    return found


def _reaching(long: Words, first: int, last: int, found: Sequence[Step]) -> tuple[int, int]:
    """Return the range of the longer run with what stands nearby of the shorter's ends: words were cut between."""
    if found and not found[0].same and len(found[0].before) >= END:
        near = long[max(0, first - GAP) : first]
        first -= _from_end(near, found[0].before)
    if found and not found[-1].same and len(found[-1].before) >= END:
        near = long[last : last + GAP]
        last += _from_end(near[::-1], found[-1].before[::-1])
    return first, last


def _from_end(near: Words, run: Words) -> int:
    """Return how far before the end of some words a run begins, 0 where it is not among them."""
    starts = (at for at in range(len(near) - 1, -1, -1) if near[at : at + len(run)] == run)
    return len(near) - next(starts, len(near))


def _slid(found: list[Step]) -> list[Step]:
    """Return steps without a gap that may as well stand before the first words in common, or behind the last.

    "I have told you I will" is cut to "I will" at its beginning, and not behind its first "I".
    """
    if found and not found[0].same and not found[0].before:
        found = found[1:]  # what was cut before
    if found and not found[-1].same and not found[-1].before:
        found = found[:-1]
    if len(found) > 2 and found[0].same and not found[1].before:
        told, gap = found[0].after, found[1].after
        if gap[-len(told) :] == told:
            head = Step(True, found[0].before + found[2].before, told + found[2].after)
            found = [Step(False, (), told + gap[: -len(told)]), head, *found[3:]]
    if len(found) > 2 and found[-1].same and not found[-2].before:
        told, gap = found[-1].after, found[-2].after
        if gap[: len(told)] == told:
            tail = Step(True, found[-3].before + found[-1].before, found[-3].after + told)
            found = [*found[:-3], tail, Step(False, (), gap[len(told) :] + told)]
    return found


def _exchanged(step: Step, near: Sequence[Step]) -> bool:
    """Return whether a word or two stand in the place of a word or two, and nothing was cut nearby."""
    cut = any(CUT in (*other.before, *other.after) for other in (step, *near))
    return not cut and all(0 < len(side) <= END for side in (step.before, step.after))


def shown(left: Sequence[str], right: Sequence[str]) -> str:
    """Return the differences from left to right as printed, some words around each; empty where there is none.

    >>> shown(("it", "is", "days", "and", "weeks"), ("days", "or", "weeks"))
    'days [and → or] weeks'
    >>> shown((Word("we", "We"), "knew", "of", "it"), ("we", "never", "knew", "of", "it"))
    'We [– → never] knew of it'
    """
    told = steps(left, right)
    swapped = (len(left), tuple(left)) > (len(right), tuple(right))
    if all(step.same for step in told):
        return ""
    parts = []
    for place, step in enumerate(told):
        if step.same:
            parts.append(_excerpt(step.before, opens=place == 0, closes=place == len(told) - 1))
        else:
            before, after = (_printed(side) or NONE for side in (step.before, step.after))
            parts.append(f"[{after} → {before}]" if swapped else f"[{before} → {after}]")
    return " ".join(parts)


def _excerpt(said: Words, *, opens: bool, closes: bool) -> str:
    """Return a stretch in common, what is far from a difference left out."""
    if len(said) <= (AROUND if opens or closes else 2 * AROUND):
        return _printed(said)
    head = () if opens else said[:AROUND]
    tail = () if closes else said[-AROUND:]
    return _printed((*head, "…", *tail))


def _printed(said: Sequence[str]) -> str:
    return " ".join(word.printed if isinstance(word, Word) else word for word in said)

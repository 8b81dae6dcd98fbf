"""Rules that can never decide, because those above them hold wherever they do.

The measurements of a ladder span a space: of each, only so many values make a difference to any rule, the words of
its vocabulary, or a number's place among the thresholds. A rule is a box in that space. What is left of the box when
those of the rules above are cut out of it is what the rule decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count

from .rules import Between, Flag, OneOf, OnSides, Rule, Words

MANY = 500  # pieces of a box beyond which nothing is said
MOST = 400  # rules of a ladder, and the same
WORK = 200_000  # pieces of boxes looked at for a whole ladder, and the same
Box = tuple[int, ...]  # for each axis of the space the values that are inside, as bits
Axis = tuple[str, str]  # a measurement, and the side of the pair that it is taken of


def unreachable(rules: Sequence[Rule], words: Mapping[str, Words]) -> Iterator[tuple[Rule, tuple[Rule, ...]]]:
    """Yield each rule of a ladder that others above it hide, with the few that do so together.

    `words` are the vocabularies of the measurements. That a combination of values never occurs is not known here, so
    that a rule may be hidden and not told; one that is told can never decide.
    """
    space = _Space(rules, words)
    boxes = [space.box(rule) for rule in rules[:MOST]]
    work = count()
    for place, rule in enumerate(rules[:MOST]):
        hiding = [above for above in range(place) if _meet(boxes[above], boxes[place])]
        if _covered(boxes[place], [boxes[above] for above in hiding], work):
            yield rule, tuple(rules[above] for above in _fewest(boxes, place, hiding, work))


def _fewest(boxes: Sequence[Box], place: int, hiding: list[int], work: Iterator[int]) -> list[int]:
    """Return of the rules that hide one together those that it takes, the upper ones first."""
    for above in reversed(hiding):
        others = [other for other in hiding if other != above]
        if _covered(boxes[place], [boxes[other] for other in others], work):
            hiding = others
    return hiding


def _covered(box: Box, others: Sequence[Box], work: Iterator[int]) -> bool:
    """Return whether nothing is left of a box when others are cut out of it; False too where that takes long."""
    left = [box]
    for other in others:
        left = [piece for whole in left if next(work) < WORK for piece in _without(whole, other)]
        if not left:
            return next(work) < WORK
        if len(left) > MANY:
            return False
    return False


def _without(box: Box, other: Box) -> Iterator[Box]:
    """Yield the pieces of a box that lie outside another.

    >>> list(_without((0b11, 0b111), (0b01, 0b011)))
    [(2, 7), (1, 4)]
    """
    if not _meet(box, other):
        yield box
        return
    inside = list(box)
    for axis, values in enumerate(other):
        if outside := inside[axis] & ~values:
            yield (*inside[:axis], outside, *inside[axis + 1 :])
        inside[axis] &= values


def _meet(one: Box, other: Box) -> bool:
    return all(left & right for left, right in zip(one, other, strict=True))


class _Space:
    """The axes of some rules, and on each the values that make a difference."""

    def __init__(self, rules: Sequence[Rule], words: Mapping[str, Words]) -> None:
        self._words = words
        self._cuts: dict[str, list[Decimal]] = {}  # thresholds in order
        self._whole: dict[Axis, int] = {}
        for condition in (condition for rule in rules for condition in rule.when):
            name = condition.measurement
            match condition:
                case OneOf():
                    self._whole[name, ""] = self._bits(name, words[name])
                case Flag():
                    self._whole[name, ""] = 0b11
                case OnSides():
                    for side in ("left", "right"):
                        self._whole[name, side] = self._bits(name, words[name])
                case Between(at_least=low, at_most=high):
                    ends = {end for end in (low, high) if end is not None}
                    self._cuts[name] = cuts = sorted({*self._cuts.get(name, ()), *ends})
                    # unknown, below the first threshold, at it, between it and the next, …
                    self._whole[name, ""] = (1 << (2 * len(cuts) + 2)) - 1

    def box(self, rule: Rule) -> Box:
        """Return the box in which all conditions of a rule hold."""
        inside = dict(self._whole)
        for condition in rule.when:
            name = condition.measurement
            match condition:
                case OneOf(words=asked):
                    inside[name, ""] &= self._bits(name, asked)
                case Flag(expected=expected):
                    inside[name, ""] &= 0b10 if expected else 0b01
                case OnSides(left=left, right=right):
                    inside[name, "left"] &= self._bits(name, left)
                    inside[name, "right"] &= self._bits(name, right)
                case Between(at_least=low, at_most=high):
                    inside[name, ""] &= self._between(name, low, high)
        return tuple(inside.values())

    def _bits(self, name: str, asked: Words | None) -> int:
        known = self._words[name]
        return sum(1 << known.index(word) for word in set(known if asked is None else asked))

    def _between(self, name: str, low: Decimal | None, high: Decimal | None) -> int:
        """Return the values of a known number between two thresholds, both included."""
        cuts = self._cuts[name]
        first = 1 if low is None else 2 * cuts.index(low) + 2
        last = 2 * len(cuts) + 1 if high is None else 2 * cuts.index(high) + 2
        return (1 << (last + 1)) - (1 << first)

"""What keeps two figures at odds apart: a discrepancy needs firmer ground than an agreement."""

from __future__ import annotations

from functools import cache

from ..claims.part import Part
from ..lexicon import table, words, words_of
from ..reading.clauses.nouns import people
from ..values.names import relate_names
from .days import days_at_odds
from .figures import middle
from .frames import frames_apart
from .mention import COUNTED, Mention, each_names_another, noun_classes, outcomes

RATES = 1.15  # ratio of two rates of exchange between which a story is told


def overtaking(left: Mention, right: Mention) -> bool:
    """Return whether one of two counts is told as overtaken, and the other is not: "at first nine", and eleven."""
    return left.claim.kind == "count" and left.overtaken != right.overtaken


def bar_at_odds(left: Mention, right: Mention, *, echo: bool = False) -> str | None:
    """Return why two mentions with other figures are two facts: a discrepancy needs firm ground.

    What stands at one place of one sentence, an `echo`, is one thing, though the sentence does not say of what.
    """
    if not overtaking(left, right):
        if left.claim.document == right.claim.document:
            return "a writer who gives another figure speaks of another thing"
        if left.overtaken != right.overtaken:
            return "one side tells what was said at first"
    if left.series and left.series == right.series and left.claim.document != right.claim.document:
        return "two reports of one series tell of two days in the same words"
    if left.includes != right.includes:
        return "one side counts somebody in whom the other may leave out"
    if _inside_another(left, right, echo=echo):
        return "one side counts a group inside the other, or what came on top"
    if apart := frames_apart(left, right):
        return apart
    if left.doer and right.doer and relate_names(left.doer, right.doer) == "different":
        return f"one figure is {left.doer.title()}'s, the other {right.doer.title()}'s"
    return _of_kind(left, right, echo=echo)


def _of_kind(left: Mention, right: Mention, *, echo: bool) -> str | None:
    """Return why two mentions with other figures are two facts, for what is told by one kind of claim."""
    kind = left.claim.kind
    if kind in COUNTED:
        return _counts_at_odds(left, right, echo=echo)
    if kind == "age" and left.scope != right.scope:
        return "one side tells how old somebody was then"
    if kind == "money" and left.scope == right.scope == "converted" and _at_two_rates(left, right):
        return "both are converted, of two sums or at the rates of two days"
    if kind in ("money", "percent", "change") and each_names_another(left, right, words_of("nationals", "wide_places")):
        return "each names another nation"  # Norwegian aid, and German aid; growth in France, and in Spain
    if kind in ("date", "period"):
        return days_at_odds(left, right, echo=echo)
    return None if echo else _doubtful(left, right)


def _doubtful(left: Mention, right: Mention) -> str | None:
    """Return what leaves it open whether two mentions with other figures are one fact, for one kind of claim."""
    kind = left.claim.kind
    if kind == "age" and None in (left.subject, right.subject) and left.predicate.isdisjoint(right.predicate):
        return "one side does not say whose age it tells"
    if kind == "age" and (_is_thing(left) or _is_thing(right)):
        return "what is no person is so old on one day only"
    if left.subject != right.subject and "aftershock" in (left.subject, right.subject):
        return "an aftershock is no quake before it"
    return "it moves, and the two were told on two days" if kind == "measure" and _moved(left, right) else None


def _at_two_rates(left: Mention, right: Mention) -> bool:
    """Return whether two sums that are converted lie near each other, or no figure that was converted is the same."""
    low, high = sorted(middle(mention.meant) if mention.meant else 0.0 for mention in (left, right))
    return high <= RATES * low or left.figures.isdisjoint(right.figures)


def _inside_another(left: Mention, right: Mention, *, echo: bool) -> bool:
    """Return whether one of two figures counts what is on top of another, a part or a stretch of it, or one of them."""
    if left.scope == right.scope == "more" and left.figures and left.figures.isdisjoint(right.figures):
        return True  # what came on top of 97 is not what came on top of 300
    if left.included != right.included or any(
        (left.scope == told) != (right.scope == told) for told in ("more", "since")
    ):
        return True
    if left.unit != right.unit and "listed" in (left.scope, right.scope):
        return True  # seven hunting rifles and two other rifles are nine rifles
    return not echo and any(
        mention.scope == "stretch" or (mention.scope == "of" and is_one(mention)) for mention in (left, right)
    )


def is_one(mention: Mention) -> bool:
    """Return whether a figure singles one out, of whatever group."""
    value = mention.claim.value
    return mention.figure == "1" or (isinstance(value, Part) and value.part.stated == ("1",))


def _counts_at_odds(left: Mention, right: Mention, *, echo: bool) -> str | None:
    """Return why two counts with other figures are two facts."""
    shared = left.predicate & right.predicate
    times = "time" in (left.subject, right.subject)  # twice, three times
    if not echo and None in (left.subject, right.subject) and (times or shared.isdisjoint(words("tallies"))):
        return "one side does not name what it counts"
    if left.subject and right.subject and left.subject_class != right.subject_class and not _neutral(left, right):
        return f"{left.subject} are not {right.subject}"
    if ("average" in left.predicate) != ("average" in right.predicate):
        return "an average is no total"
    if left.others != right.others and not shared & words("tallies"):
        return "one side leaves out somebody told of before"
    return None


def _neutral(left: Mention, right: Mention) -> bool:
    """Return whether both nouns stand for people of no particular group, one perhaps by what befell them: 12 deaths."""
    if {left.subject_class, right.subject_class} <= words("neutral_nouns"):
        return True
    return any(_befell(one, other) or _is_doer(one, other) for one, other in ((left, right), (right, left)))


def _is_doer(told: Mention, people: Mention) -> bool:
    """Return whether what two groups did makes people of one what the other is called: marchers are protesters."""
    shared = told.predicate & people.predicate if people.subject_class in words("neutral_nouns") else frozenset()
    return any((deed, told.subject_class) in _doers() for deed in shared)


@cache
def _doers() -> frozenset[tuple[str, str]]:
    """Return the classes of deeds, each with a noun for those who do or suffer it."""
    return frozenset((deed, noun) for deed, noun in table("doers"))


def _befell(told: Mention, people: Mention) -> bool:
    """Return whether a noun tells what befell people of no particular group: 17 arrests, 14 people were arrested."""
    outcome, _ = outcomes().get(told.subject or "", ("", ""))
    return outcome in people.predicate and people.subject_class in words("neutral_nouns")


def _is_thing(mention: Mention) -> bool:
    """Return whether an age is that of a thing: a two-week-old inquiry."""
    return mention.subject in noun_classes() and mention.subject not in people()


def _moved(left: Mention, right: Mention) -> bool:
    """Return whether two measures are of what is another by the hour, a wind or a storm, and not of one day."""
    moving = words("moving_things")
    told = all(mention.subject in moving or not mention.predicate.isdisjoint(moving) for mention in (left, right))
    return told and left.day != right.day

"""What rules out that two claims speak of one fact; values at odds are held to more than equal ones."""

from __future__ import annotations

from decimal import Decimal

from ..claims.part import Part
from ..lexicon import mapping, words
from ..values.dates import DAYS, HOURS, Date
from ..values.names import relate_names
from .figures import dimension, hours_apart, telling, two_moneys
from .frames import frames_apart
from .mention import COUNTED, Mention, noun_classes, people

LONG = frozenset(("year", "decade", "century"))
_FACING = {"at-least": "up", "more-than": "up", "at-most": "down", "less-than": "down"}
ANNOUNCE = "announce"
MOMENT = Decimal("0.25")  # hours within which two deeds may be one event
NAMED = 2  # words of names that two sentences on one announcement have in common


def bar(left: Mention, right: Mention, *, odds: bool) -> str | None:
    """Return why two mentions, their figures at odds or not, can be no one fact; None where nothing rules it out."""
    if _one_sentence(left, right) and not overtaking(left, right):
        return "one sentence tells two things"
    if left.figure != right.figure and not {left.facet, right.facet} <= {None, "level"}:
        return "a whole or a sum is only known by its figure"
    if _swapped(left, right):
        return f"one figure is {left.owner}'s, the other {right.owner}'s"
    return (_at_odds(left, right) if odds else None) or _at_all(left, right, odds=odds)


def _one_sentence(left: Mention, right: Mention) -> bool:
    """Return whether two mentions stand in one sentence of one document."""
    return left.claim.document == right.claim.document and left.claim.sentence == right.claim.sentence


def overtaking(left: Mention, right: Mention) -> bool:
    """Return whether one of two counts is told as overtaken, and the other is not: "at first nine", and eleven."""
    return left.claim.kind == "count" and left.overtaken != right.overtaken


def _swapped(left: Mention, right: Mention) -> bool:
    """Return whether both sentences name both whose figures these are: "42 in Berlin, 17 in Munich"."""
    same_day = left.claim.kind in ("date", "period") and left.figure == right.figure
    if same_day or left.claim.kind == "age" or left.owner is None or right.owner is None or left.owner == right.owner:
        return False
    named = left.owner in right.names, right.owner in left.names
    return any(named) if left.claim.kind == "change" else all(named)


def _at_odds(left: Mention, right: Mention) -> str | None:
    """Return why two mentions with other figures are two facts: a discrepancy needs firm ground."""
    if not overtaking(left, right):
        if left.claim.document == right.claim.document:
            return "a writer who gives another figure speaks of another thing"
        if left.overtaken != right.overtaken:
            return "one side tells what was said at first"
    if left.includes != right.includes:
        return "one side counts somebody in whom the other may leave out"
    if _inside_another(left, right):
        return "one side counts a group inside the other, or what came on top"
    if apart := frames_apart(left, right):
        return apart
    if left.doer and right.doer and relate_names(left.doer, right.doer) == "different":
        return f"one figure is {left.doer.title()}'s, the other {right.doer.title()}'s"
    return _of_kind_at_odds(left, right)


def _of_kind_at_odds(left: Mention, right: Mention) -> str | None:
    """Return why two mentions with other figures are two facts, for what is told by one kind of claim."""
    kind = left.claim.kind
    if kind in COUNTED:
        return _counts_at_odds(left, right)
    if kind == "age" and (_is_thing(left) or _is_thing(right)):
        return "what is no person is so old on one day only"
    if kind == "measure" and _moved(left, right):
        return "it moves, and the two were told on two days"
    return _days_at_odds(left, right) if kind in ("date", "period") else None


def _two_sides(left: Mention, right: Mention) -> bool:
    """Return whether one figure is the most on one side, the least on the other, not of one name: under 18, over 18."""
    if " " in (left.subject or "") and " " in (right.subject or ""):
        return False
    facing = {_FACING.get(mention.claim.approximation) for mention in (left, right)}
    stated = [getattr(mention.claim.value, "stated", None) for mention in (left, right)]
    return facing == {"up", "down"} and stated[0] == stated[1]


def _is_thing(mention: Mention) -> bool:
    """Return whether an age is that of a thing: a two-week-old inquiry."""
    return mention.subject in noun_classes() and mention.subject not in people()


def _moved(left: Mention, right: Mention) -> bool:
    """Return whether two measures are of what is another by the hour, a wind or a storm, and not of one day."""
    moving = words("moving_things")
    told = all(mention.subject in moving or not mention.predicate.isdisjoint(moving) for mention in (left, right))
    return told and left.day != right.day


def _days_at_odds(left: Mention, right: Mention) -> str | None:
    """Return why two dates of what seems one event are of two."""
    shared = left.predicate & right.predicate
    if left.claim.kind == "date" and shared and shared <= words("reporting_verbs") and not announced(left, right):
        return "people speak on more than one day"
    if {left.scope, right.scope} & {"again", "listed", "ongoing"}:
        return "one side tells of another time"
    if _not_past(left, right):
        return "each tells of the day on which it came out, or of one to come"
    return "one side gives a day, the other a year" if _day_and_year(left, right) else None


def _not_past(left: Mention, right: Mention) -> bool:
    """Return whether two articles tell of their own days, or of later ones: what happens again, plans that change."""
    ahead = [
        mention.day is not None and (getattr(mention.claim.value, "low", None) or "") >= mention.day.isoformat()
        for mention in (left, right)
    ]
    return all(ahead) and left.day != right.day


def _day_and_year(left: Mention, right: Mention) -> bool:
    """Return whether one of two dates is a year or longer, the other a day or an hour: the raid, and the war."""
    told = [getattr(mention.claim.value, "precision", None) for mention in (left, right)]
    return any(one in LONG and (other in DAYS or other in HOURS) for one, other in (told, told[::-1]))


def moments_apart(left: Mention, right: Mention) -> bool:
    """Return whether two times of one day are further apart than a call and the arrival of those called."""
    one, other = left.claim.value, right.claim.value
    hours = hours_apart(one, other) if isinstance(one, Date) and isinstance(other, Date) else None
    if hours is None or hours <= MOMENT or left.predicate & right.predicate:
        return False
    return not (of_incident(left) and of_incident(right))


def announced(left: Mention, right: Mention) -> bool:
    """Return whether two dates tell when one piece of news was made known: both name much of what it is about.

    People speak on more than one day; a company announces a takeover on one.
    """
    told = left.predicate | right.predicate
    both = bool(left.predicate) and bool(right.predicate) and told <= words("announcing_verbs")
    return both and ANNOUNCE in told and len(left.names & right.names) >= NAMED


def _inside_another(left: Mention, right: Mention) -> bool:
    """Return whether one of two figures counts what is on top of another, a part or a stretch of it, or one of them."""
    if left.scope == right.scope == "more" and left.figures and left.figures.isdisjoint(right.figures):
        return True  # what came on top of 97 is not what came on top of 300
    if left.included != right.included or any(
        (left.scope == told) != (right.scope == told) for told in ("more", "since")
    ):
        return True
    sorts = {getattr(mention.claim.value, "unit", None) for mention in (left, right)}
    if len(sorts) > 1 and "listed" in (left.scope, right.scope):
        return True  # seven hunting rifles and two other rifles are nine rifles
    return any(mention.scope == "stretch" or (mention.scope == "of" and _is_one(mention)) for mention in (left, right))


def _is_one(mention: Mention) -> bool:
    """Return whether a figure singles one out, of whatever group."""
    value = mention.claim.value
    return mention.figure == "1" or (isinstance(value, Part) and value.part.stated == ("1",))


def _counts_at_odds(left: Mention, right: Mention) -> str | None:
    """Return why two counts with other figures are two facts."""
    shared = left.predicate & right.predicate
    times = "time" in (left.subject, right.subject)  # twice, three times
    if (left.subject is None or right.subject is None) and (times or shared.isdisjoint(words("tallies"))):
        return "one side does not name what it counts"
    if left.subject and right.subject and left.subject_class != right.subject_class and not _neutral(left, right):
        return f"{left.subject} are not {right.subject}"
    if ("average" in left.predicate) != ("average" in right.predicate):
        return "an average is no total"
    if left.others != right.others and not shared & words("tallies"):
        return "one side leaves out somebody told of before"
    return None


def _neutral(left: Mention, right: Mention) -> bool:
    """Return whether both nouns stand for people of no particular group."""
    return {left.subject_class, right.subject_class} <= words("neutral_nouns")


def _at_all(left: Mention, right: Mention, *, odds: bool) -> str | None:
    """Return why two mentions cannot be one fact whatever their figures."""
    if left.denied != right.denied and (left.predicate & right.predicate or not (left.predicate and right.predicate)):
        return "one side denies it"
    if left.claim.kind in COUNTED and not _same_subject(left, right):
        return f"{left.subject} are not {right.subject}"
    if left.claim.kind in ("age", "measure") and _two_sides(left, right):
        return "one side tells of what is below a limit, the other of what is above it"
    if left.claim.kind == "part" and left.figure != right.figure and _is_one(left) and _is_one(right):
        return "one of a group may be one of any"
    if left.claim.kind == "age" and _other_person(left, right, odds=odds):
        return f"{left.subject} is not {right.subject}"
    if dimension(left) != dimension(right) and not two_moneys(left, right):
        return "the units measure different things"
    # A man of 31 who was arrested may have been charged, and what rose may have been sold.
    return None if left.claim.kind in ("change", "age") else _other_outcome(left, right, odds=odds)


def of_incident(mention: Mention) -> bool:
    """Return whether a date is of what befell somebody: shot, died, fell are one incident on one day."""
    return not mention.predicate.isdisjoint(words("incidents"))


def _other_outcome(left: Mention, right: Mention, *, odds: bool) -> str | None:
    """Return how the outcomes exclude each other: killed is not injured."""
    for group, outcome in sorted(left.groups):
        if group == "direction" and left.claim.kind in ("date", "period"):
            continue  # who climbed a hill on Monday may have fallen on Monday
        if not odds and left.claim.kind == "date" and of_incident(left) and of_incident(right):
            continue  # some were killed on Monday, others hurt
        others = sorted(other for name, other in right.groups if name == group)
        if others and outcome not in others and not left.predicate & right.predicate:
            return f"{outcome} is not {others[0]}"
    return None


def _same_subject(left: Mention, right: Mention) -> bool:
    """Return whether two counted nouns may name the same things: one where the figure tells, if either is new to us."""
    if left.subject is None or right.subject is None or left.subject_class == right.subject_class:
        return True
    if (left.broad or right.broad) and is_human(left) and is_human(right):
        return True
    return telling(left, right) and _unlisted(left, right) and not (left.facet or right.facet)


def _unlisted(left: Mention, right: Mention) -> bool:
    """Return whether the lexicon does not know one of two nouns: attacks may be raids, but officers no trawlers."""
    calling = any(is_human(mention) and not mention.broad for mention in (left, right))
    return not calling and not {left.subject, right.subject} <= noun_classes().keys()


def is_human(mention: Mention) -> bool:
    """Return whether a noun counts people, as far as the lexicon knows."""
    return mention.subject in people()


def _other_person(left: Mention, right: Mention, *, odds: bool) -> bool:
    """Return whether two ages belong to two persons: other names; where they differ, other nouns and deeds."""
    one, other = left.subject, right.subject
    if is_human(left) or is_human(right) or one is None or other is None:
        return odds and one != other and (left.predicate.isdisjoint(right.predicate) or _other_sex(one, other))
    return not (_same_person(one, other) or (not odds and _part_of_name(one, other)))


def _other_sex(left: str | None, right: str | None) -> bool:
    """Return whether one noun is for a man or boy, and the other for a woman or girl."""
    told = mapping("gendered_nouns")
    return {told.get(left or ""), told.get(right or "")} == {"he", "she"}


def _part_of_name(left: str, right: str) -> bool:
    """Return whether one name is a word of the other: Ana, and Ana Roe, of one age."""
    short, long = sorted((left.split(), right.split()), key=len)
    return len(short) == 1 and short[0] in long


def _same_person(left: str, right: str) -> bool:
    """Return whether two names may be one person: the same, an accepted form, or a slip apart."""
    return relate_names(left, right) != "different"

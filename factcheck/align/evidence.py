"""What links two claims, in words: a sentence for each level of likeness that weighs anything."""

from __future__ import annotations

from .mention import Mention
from .model import Evidence, Level, levels, weigh
from .rarity import Story

# What is said of a level; a likeness and a thing in common are filled in.
_SAYS = {
    "near": "the words next to the figures are {:.0%} alike",
    "wording": "the sentences are {:.0%} alike",
    "around": "the sentences around them are {:.0%} alike",
    "names": "both sentences name {}",
    "figures": "both sentences tell {}",
}
_SUBJECTS = {
    "same": "both speak of {}",
    "synonym": "{} and {} are one",
    "neutral": "{} and {} are people of any kind",
    "broad": "{} may be {}",
    "same_noun": "{} may be {}",
    "other_noun": "{} may be {}",
}


def evidence(left: Mention, right: Mention, story: Story, *, odds: bool) -> tuple[Evidence, ...]:
    """Return what speaks for two mentions being one fact and what against, where there are words for it."""
    told = ((weigh(level), _says(level, left, right, story)) for level in levels(left, right, story, odds=odds))
    return tuple(Evidence(weight, says) for weight, says in told if weight and says)


def _says(level: Level, left: Mention, right: Mention, story: Story) -> str | None:
    """Return the sentence of a level, None for one that needs none."""
    feature, reached = level
    if feature in ("subject", "doer", "topic", "person"):
        return _of_subject(feature, reached, left, right)
    if feature == "value":
        one, other = (" ".join(mention.claim.text.split()) for mention in (left, right))
        return f"both give {one}" if left.figure == right.figure else f"{one} may be {other}"
    if feature == "predicate":
        return _of_predicate(reached, left, right)
    if feature == "owner":
        return f"both figures are {left.owner}'s" if reached == "same" else None
    if feature == "echo":
        return "both stand at one place of a sentence told in the same words" if reached == "same" else None
    if feature == "place":
        return "both stand at the beginning" if reached == "lead" else None
    if feature == "published":
        return {"month": "more than a week lies between them", "later": "months lie between them"}.get(reached)
    if feature == "facet":
        return {"whole": "the whole is spoken of as known", "sum": "its parts are told side by side"}.get(reached)
    return _of_words(feature, reached, left, right, story)


def _of_subject(feature: str, reached: str, left: Mention, right: Mention) -> str | None:
    if feature == "person" and reached == "same":
        return f"both tell the age of {(left.subject or '').title()}"
    return _SUBJECTS[reached].format(left.subject, right.subject) if reached in _SUBJECTS else None


def _of_predicate(reached: str, left: Mention, right: Mention) -> str | None:
    if reached == "reporting":
        return "both tell what was said"
    if reached == "announced":
        return "both tell of one announcement"
    if reached == "victim":
        return f"both tell of an attack and name {min(left.attacked & right.attacked).title()}"
    shared = left.predicate & right.predicate
    return f"both tell of “{min(shared)}”" if shared else None


def _of_words(feature: str, reached: str, left: Mention, right: Mention, story: Story) -> str | None:
    if feature in ("names", "figures"):
        shared = getattr(left, feature) & getattr(right, feature)
        return _SAYS[feature].format(min(shared)) if shared else None
    if feature not in _SAYS:
        return None
    compared = {"near": (left.near, right.near), "wording": (left.stems, right.stems)}
    if feature == "around":
        return _SAYS[feature].format(story.paragraphs.likeness(left.around, right.around))
    return _SAYS[feature].format(story.sentences.likeness(*compared[feature]))

"""What surrounds a claim: the stems and names of its sentence, weighted by how rare they are in the story."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from ..claims.base import Claim
from ..claims.part import Part
from ..lexicon import words
from ..models import Document, Span
from ..reading.people.persons import is_name
from ..text.casing import readable
from ..text.tokens import Token, tokenise
from ..values.interval import Interval
from ..values.quantity import Quantity
from ..values.units import by_name, to_base
from .deeds import DATED, deed_of, deeds_of, subject_of
from .echoes import beside
from .frames import origin, outlook, when, where
from .mention import COUNTED, Facet, Mention, noun_classes, outcomes
from .occasions import attacked, time_told
from .overtaken import is_overtaken
from .owners import doer, opens_as_name, owner, persons
from .stems import Stems
from .stretches import in_stretch, others_follow

# six more · two additional officers        not "more than 300"
_ON_TOP = re.compile(r"\b(?:more(?! than)|additional)\b", re.IGNORECASE)
# four other persons · two others
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|further|extra)\s+$", re.IGNORECASE)
_INCLUDES = re.compile(r"\binclud(?:e|es|ed) (?:\w+ ){0,2}$")  # the costs include about $865,000
_SINCE = re.compile(r"^[^,.;:]{0,60}\bsince\b")  # 300 rockets at the town since the conflict began
# three of the victims · one of them · both victims
_OUT_OF = re.compile(r"^(?:\S+ of (?:the|those|these|them|his|her|their|its|our|\w+['’]s)|both)\b", re.IGNORECASE)
_THEN = re.compile(r",? (?:at (?:the|that) time|back then|then)\b")  # who was 22 at the time
# 14bn euros ($18.34bn · 14bn euros ($18.34bn; £9.6bn
_CONVERTED = re.compile(r"\d[^()\n]{0,24}\((?:[^()\n]{0,24}; ?)?(?:about |around |or )?$")
DONE = ("count", "part", "percent", "money", "measure", "change", "score", "ordinal", "duration")
PLACED = ("count", "part", "percent")  # kinds of which a place tells apart what is counted; of DONE, who did it
_START, _END = attrgetter("start"), attrgetter("end")
FAR = 60  # code points before an amount in which the one stands that it converts
NEXT_TO = 5  # tokens to either side that stand next to a claim
BRACKET = 8  # tokens of a bracket that is passed over
LEAD = 400  # code points that an article opens with
AROUND = 350  # code points of its paragraph to either side of a sentence


class Surroundings(NamedTuple):
    """What the sentence of a claim holds, its tokens, stems and proper names, and the stems around it.

    `text`, `content` and `persons` are those of the whole document.
    """

    text: str
    content: Stems
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    persons: Mapping[str, str]


def mentions(document: Document, facets: Sequence[Facet], day: dt.date | None = None) -> tuple[Mention, ...]:
    """Return the mentions of one document, and of the day on which it came out; a claim comes with its signature."""
    if not facets:
        return ()
    text = readable(document.text)
    content = Stems(text)
    seen: dict[Span, Surroundings] = {}
    named = persons(claim for claim, _, _ in facets)
    dated: dict[Span, list[Claim]] = defaultdict(list)
    for claim, _, _ in facets:
        if claim.kind in DATED:
            dated[claim.sentence].append(claim)
    whole = {claim.id: signature for claim, signature, facet in facets if facet is None}
    found = []
    for claim, signature, facet in facets:
        if claim.sentence not in seen:
            seen[claim.sentence] = _surroundings(text, content, claim.sentence, named)
        mention = _mention(claim, signature, seen[claim.sentence], source=document.source, facet=facet)
        mention = mention._replace(day=day, when=when(claim, dated.get(claim.sentence, ()), text))
        if claim.kind in DATED and len(dated[claim.sentence]) == 1:
            mention = mention._replace(owner=None)  # "in Leeds on Monday", "by Roe on Monday": one date is nobody's
        found.append(mention._replace(replaces=whole[claim.id].split()[0]) if facet == "level" else mention)
    return tuple(_settled(mention, found) for mention in found)


def _settled(mention: Mention, told: Sequence[Mention]) -> Mention:
    """Return a mention of others as more where its document counted some before to whom the same befell.

    "Two died and nine others were hurt" are nine hurt; "four were hurt, and nine others" are nine more.
    """
    if mention.scope != "others":
        return mention
    before = any(
        other.claim.start < mention.claim.start and other.scope != "others" and _is_akin(other, mention)
        for other in told
        if other.claim.kind in COUNTED
    )
    return mention._replace(scope="more" if before else "")


def _is_akin(one: Mention, other: Mention) -> bool:
    """Return whether two counts of a document are of those to whom the same befell, or of one thing in one list."""
    if one.figure == other.figure:
        return False
    listed = one.claim.sentence == other.claim.sentence and one.subject_class == other.subject_class
    apart = one.groups and other.groups and not one.groups & other.groups  # killed one and hurt two others
    return bool(one.predicate & other.predicate) or (listed and not apart)


def _surroundings(text: str, content: Stems, sentence: Span, named: Mapping[str, str]) -> Surroundings:
    """Return a sentence with the rest of its paragraph, as far as that is near."""
    tokens = tokenise(text, sentence.start, sentence.end)
    opens = max(text.rfind("\n\n", 0, sentence.start), sentence.start - AROUND, 0)
    closes = text.find("\n\n", sentence.end)
    closes = min(len(text) if closes < 0 else closes, sentence.end + AROUND)
    around = content.between(opens, sentence.start) | content.between(sentence.end, closes)
    return Surroundings(
        text, content, tokens, content.between(sentence.start, sentence.end), _names(tokens), around, named
    )


def _mention(claim: Claim, signature: str, around: Surroundings, *, source: str, facet: str | None) -> Mention:
    """Return a claim with the classes of its subject and predicate, and what stands around it."""
    subject = subject_of(claim)
    subject_class, broad = noun_classes().get(subject or "", (subject, False))
    before, behind = _parted(around.tokens, claim)
    known, deeds = outcomes(), deeds_of(claim, before, behind)
    told = deeds | deed_of(subject)
    found = [known[lemma] for lemma in told if lemma in known]
    overtaken = is_overtaken(around.text, claim)
    content = around.content
    return Mention(
        claim=claim,
        signature=signature,
        figure=signature.partition("|")[0],
        facet=facet,
        source=source,
        subject=subject,
        subject_class=subject_class,
        broad=broad,
        predicate=frozenset(known[lemma][0] if lemma in known else lemma for lemma in told),
        groups=frozenset((group, outcome) for outcome, group in found if group),
        stems=around.stems - (frozenset[str]() if claim.kind == "quote" else content.between(claim.start, claim.end)),
        near=_spanned(before[-NEXT_TO:], content) | _spanned(_past_bracket(behind)[:NEXT_TO], content),
        around=around.around,
        names=around.names,
        figures=frozenset(token.text for token in (*before, *behind) if token.kind == "number"),
        owner=owner(around.tokens, claim.start),
        doer=doer(around.tokens, claim.start, around.persons) if claim.kind in DONE and around.persons else None,
        included=_included(around.text, claim.sentence.start, claim.start),
        includes=around.text[claim.end : claim.end + 12].lstrip(", ").startswith("including"),
        scope=_scoped(claim, around.text, before, behind),
        others=bool(_OTHERS.search(claim.text)),
        overtaken=overtaken,
        replaces=None,
        meant=_meant(claim),
        denied=not overtaken and any(modifier.type == "negation" for modifier in claim.modifiers),
        attacked=attacked(deeds, before, behind) if claim.kind == "date" else frozenset(),
        day=None,
        when=(),
        where=_where(claim, behind),
        outlook=outlook(claim, before, behind),
        leads=_leads(claim, around.text),
        beside=beside(before, behind),
    )


def _scoped(claim: Claim, text: str, before: Sequence[Token], behind: Sequence[Token]) -> str:
    """Return how much of a thing a figure tells, of a time which one; "title" for a quotation that names something."""
    if claim.kind in ("count", "part"):
        return _scope(text, claim)
    if claim.kind == "quote":
        named = len(behind) > 1 and behind[0].text in ('"', "'") and behind[1].lower in words("titled_nouns")
        return "title" if named else ""
    if claim.kind == "money":
        return "converted" if _CONVERTED.search(text, max(0, claim.start - FAR), claim.start) else ""
    if claim.kind == "age":
        return "then" if _THEN.match(text, claim.end) or text.endswith(" then ", 0, claim.start) else ""
    return time_told(claim, before, behind)


def _leads(claim: Claim, text: str) -> bool:
    """Return whether a claim stands in the headline or the first lines of an article, which tell the main things."""
    return len(text) > 2 * LEAD and (claim.zone == "headline" or claim.start < LEAD)


def _where(claim: Claim, behind: Sequence[Token]) -> frozenset[str]:
    """Return where a figure is told to hold, of a distance from where it is told."""
    if claim.kind == "measure":
        return origin(_past_bracket(behind))
    return where(claim, behind) if claim.kind in PLACED else frozenset()


def _parted(tokens: Sequence[Token], claim: Claim) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return the tokens of a sentence that stand before a claim, and behind it."""
    last = bisect_right(tokens, claim.start, key=_END)
    return tokens[:last], tokens[bisect_left(tokens, claim.end, key=_START) :]


def _past_bracket(behind: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens behind a claim without a short bracket that opens them: "3,000 km (1,900 miles) away"."""
    if not behind or behind[0].text != "(":
        return behind
    closing = next((place for place, token in enumerate(behind[:BRACKET]) if token.text == ")"), None)
    return behind if closing is None else behind[closing + 1 :]


def _spanned(tokens: Sequence[Token], content: Stems) -> frozenset[str]:
    """Return the stems of a run of tokens."""
    return content.between(tokens[0].start, tokens[-1].end) if tokens else frozenset()


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the proper names of a sentence in lower case."""
    return frozenset(
        token.lower.removesuffix("'s")
        for place, token in enumerate(tokens)
        if is_name(token) and (place > 0 or opens_as_name(token))
    )


def _included(text: str, start: int, end: int) -> bool:
    """Return whether a figure stands behind "including" in its sentence, or right behind "includes": a part."""
    before = text[start:end].lower()
    return "including" in before or _INCLUDES.search(before) is not None


def _scope(text: str, claim: Claim) -> str:
    """Return "more" for a figure on top of another, "others", "of" for a group out of a larger one, else nothing.

    "Another six countries", "six more"; "four others"; "three of the victims"; of a row, "her first eight points",
    "stretch"; of the time from a day on, "three times since October", "since"; with others of its kind behind it,
    "listed".
    """
    before = text[max(0, claim.start - 12) : claim.start]
    if _ON_TOP.search(claim.text + text[claim.end : claim.end + 12]) or _ANOTHER.search(before):
        return "more"
    if _OTHERS.search(claim.text + text[claim.end : claim.end + 8]):
        joined = before.endswith(" and ")  # "Roe and two other divers", but "hit two and hurt nine others"
        return "more" if joined else "others"
    if in_stretch(text[claim.sentence.start : claim.start], claim.text):
        return "stretch"
    if _SINCE.search(text[claim.end : claim.sentence.end]) or text[claim.sentence.start :].startswith("Since "):
        return "since"
    out = _OUT_OF.search(claim.text + text[claim.end : claim.end + 12])
    return "of" if out else "listed" if others_follow(text[claim.end : claim.sentence.end]) else ""


def _meant(claim: Claim) -> Interval | None:
    """Return the numbers that a value means, in the base unit of its dimension; None for dates and words."""
    value = claim.value
    if isinstance(value, Part):
        value = value.part
    meant = getattr(value, "interval", None)
    if not isinstance(meant, Interval):
        return None
    unit = by_name(getattr(value, "unit", None) or "") if isinstance(value, Quantity) else None
    return to_base(meant, unit) if unit else meant

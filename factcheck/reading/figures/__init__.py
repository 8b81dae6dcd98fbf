"""Figures of a sentence: a numeral or two, a unit, approximators, each as one interval."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from ...lexicon import mapping, table, words
from ...text.tokens import Token, Tokens, joins
from ...values.interval import Interval
from ...values.units import TIME, Unit, by_name, unit_per
from ..clauses.subjects import is_plural, subject_after
from ..numerals import Numeral, number_words, numeral_at, sign_before
from ..numerals.form import lower_at, scaled_by
from ..numerals.units import Printed, scaled_code, unit_after, unit_before, unit_named
from ..phrases import phrase_from
from .approximation import modifiers_before, modifiers_behind
from .compounds import INCHES, compound
from .figure import Figure
from .names import is_coded, is_name
from .neighbours import with_neighbours
from .ranges import ends_of, share_of
from .rates import rate_after

__all__ = ["Figure", "figures"]

_ARTICLES = frozenset(("a", "an"))
_MEASURED = frozenset(("measured", "measuring", "registered", "registering"))
_QUAKES = frozenset(("quake", "earthquake", "aftershock", "tremor"))


def figures(tokens: Tokens) -> tuple[Figure, ...]:
    """Return the figures of a sentence from left to right; they do not overlap."""
    end, found = 0, []
    for at in sorted((*tokens.numbers, *tokens.places(_openings()))):
        if at < end or not _goes_on(tokens, at):
            continue
        if tokens[at].kind == "number":
            figure = _height(tokens, at) or _figure(tokens, at)
        else:
            figure = _vague(tokens, at) or _article_unit(tokens, at) or _figure(tokens, at)
        if figure:
            found.append(figure)
        end = figure.last if figure else _behind_numeral(tokens, at)
    return with_neighbours(tokens, found)


@cache
def _openings() -> frozenset[str]:
    """Return every word or mark, digits apart, with which a figure can open."""
    vague = {row[0].split()[0] for row in table("vague")}
    return frozenset((*number_words(), *vague, *mapping("fraction_glyphs"), *_ARTICLES))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a figure can open at a word: an article needs one behind it, or "a mile and a half"."""
    if tokens[at].lower not in _ARTICLES:
        return True
    return lower_at(tokens, at + 1) in _behind_article() or lower_at(tokens, at + 2) == "and"


@cache
def _behind_article() -> frozenset[str]:
    """Return the words that make a figure with the article before them: a dozen, a handful."""
    return frozenset((*number_words(), *(word for row in table("vague") for word in row[0].split()[1:2])))


def _behind_numeral(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a token and, where a number in digits was left out, behind its scale: R26 million."""
    numeral = numeral_at(tokens, at) if tokens[at].kind == "number" else None
    return numeral.last if numeral and numeral.scaled else at + 1


def _height(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of feet and inches by their marks: 5'10", 6'2"."""
    if lower_at(tokens, at + 1) not in ("'", "′"):
        return None
    parts = tokens[at : at + 3]
    if len(parts) < 3 or parts[0].kind != "number" or parts[2].kind != "number":
        return None
    touching = parts[0].end == parts[1].start and parts[1].end == parts[2].start
    foot = unit_named(parts[0]._replace(text="feet", lower="feet", kind="word"))
    if not (
        touching
        and parts[0].text.isdecimal()
        and parts[2].text.isdecimal()
        and len(parts[2].text) < 3
        and int(parts[2].text) < INCHES
    ):
        return None
    value = Decimal(parts[0].text) + Decimal(parts[2].text) / INCHES
    last = at + 3 + (lower_at(tokens, at + 3) in ('"', "″"))
    opens, modifiers = modifiers_before(tokens, at, ranged=False)
    return Figure(opens, at, last, (Numeral(at, at + 3, value, Decimal(1) / INCHES),), foot, modifiers, None, last)


def _vague(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of a vague word: dozens, tens of thousands, a handful."""
    found = phrase_from("vague", tokens, at)
    if found is None or (at and tokens[at - 1].lower in ("the", "his", "her", "their", "its")):
        return None
    if found.row[0] in words("hesitant_vague") and not _counts(tokens, found.last):
        return None
    vague = Interval(Decimal(found.row[1]), Decimal(found.row[2]), True, False)
    last, unit = _unit_behind(tokens, found.last)
    opens, modifiers = modifiers_before(tokens, at, ranged=False)
    return Figure(opens, at, last, (), unit, modifiers, vague, last)


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Return whether something is counted behind a place: a couple of weeks, scores hurt; not "a couple from Leeds"."""
    found = subject_after(tokens, at)
    plural = found is not None and is_plural(tokens[found.last - 1].lower)
    behind = lower_at(tokens, at)
    told = mapping("verbs").get(behind)
    verb = (told in ("be", "have") or told in mapping("outcomes")) and lower_at(tokens, at - 1).endswith("s")
    return plural or verb or behind in ("of", "more") or unit_after(tokens, at) is not None


def _unit_behind(tokens: Sequence[Token], at: int) -> tuple[int, Unit | None]:
    """Return where a unit behind a vague word ends, over "of": tens of millions of dollars."""
    over = at + 1 if lower_at(tokens, at) == "of" else at
    found = unit_after(tokens, over)
    return (found.last, found.unit) if found else (at, None)


def _figure(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure whose numeral begins at a token."""
    prefix = unit_before(tokens, at) or _over_minus(tokens, at)
    numeral = numeral_at(tokens, at, money=prefix is not None)
    if numeral is None or is_name(tokens, numeral) or is_coded(tokens, numeral, prefix is not None):
        return None
    first = prefix.first if prefix else at
    sign = 0 if prefix and prefix.last < at else sign_before(tokens, first)
    if sign or (prefix and prefix.last < at):
        numeral, first = numeral._replace(value=-numeral.value), first - sign
    ends = ends_of(tokens, numeral, prefix, first)
    last_numeral = ends.high if ends else numeral
    unit = (_named_dollar(tokens, prefix, last_numeral) or prefix) if prefix else _counted_unit(tokens, last_numeral)
    if unit is None and not ends and (coded := scaled_code(tokens, numeral.last)):
        numeral, unit = scaled_by(numeral, coded.scale, numeral.last), coded.printed
    if unit is None and not ends and (shared := share_of(tokens, numeral)):
        unit = shared
    last = max(last_numeral.last, unit.last if unit else 0)
    if unit and not ends and not prefix:
        numeral, last = compound(tokens, numeral, unit)
    kind = unit.unit if unit else None
    if kind and not sign and not ends and kind in _degrees():
        numeral, first, last = _below_zero(tokens, numeral, first, last)
    while kind and (per := rate_after(tokens, last)):
        kind, last = unit_per(kind, per.unit), per.last
    opens, modifiers = modifiers_before(tokens, first, ranged=ends is not None)
    timed = kind.dimension == TIME if kind else _span_follows(tokens, last)
    if timed and _spans(tokens, opens, last):
        opens, modifiers = opens + 1, modifiers[1:]
    closes, after = modifiers_behind(tokens, last)
    numerals = (ends.low, ends.high) if ends else (numeral,)
    return Figure(
        opens,
        first,
        last,
        numerals,
        kind,
        (*modifiers, *after),
        None,
        closes,
        ends is not None and ends.moved,
    )


@cache
def _degrees() -> frozenset[Unit]:
    """Return the units of temperature, a bare degree among them."""
    return frozenset(unit for name in ("degree", "celsius", "fahrenheit") if (unit := by_name(name)))


def _below_zero(tokens: Sequence[Token], numeral: Numeral, first: int, last: int) -> tuple[Numeral, int, int]:
    """Return a temperature and its bounds, negative where words or a dash say so: five degrees below zero, - 20C."""
    if (lower_at(tokens, last), lower_at(tokens, last + 1)) == ("below", "zero"):
        return numeral._replace(value=-numeral.value), first, last + 2
    if _frozen(tokens, first):
        return numeral._replace(value=-numeral.value), first - 1, last
    return numeral, first, last


def _frozen(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a dash with spaces is a minus before a temperature: "it fell to - 20 degrees", not a break."""
    before = lower_at(tokens, first - 2)
    governs = before in words("function_words") or mapping("verbs").get(before) == before
    return lower_at(tokens, first - 1) == "-" and (first == 1 or governs)


def _over_minus(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the currency whose symbol stands before the minus of a numeral: $-99.99."""
    if at < 2 or tokens[at - 1].text != "-" or tokens[at - 2].kind != "mark":
        return None
    return unit_before(tokens, at - 1) if joins(tokens, at - 1) else None


def _span_follows(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a stretch of time is counted at a place, over one adjective: seasons, full seasons."""
    return lower_at(tokens, at + (lower_at(tokens, at) in words("adjectives"))) in words("span_nouns")


def _spans(tokens: Sequence[Token], opens: int, last: int) -> bool:
    """Return whether "over" before a time tells its span: "$140m over seven years", "Over six seasons, he…"."""
    if tokens[opens].lower != "over":
        return False
    if opens == 0:
        return any(token.text == "," for token in tokens[last : last + 3])
    return tokens[opens - 1].lower not in words("over_cues")


def _named_dollar(tokens: Sequence[Token], prefix: Printed, numeral: Numeral) -> Printed | None:
    """Return the currency that words or a code behind an amount give to its bare symbol: $1 million CAD."""
    named = unit_after(tokens, numeral.last) if prefix.unit.name.islower() else None
    fits = named and named.unit.is_currency and named.unit.factor == 1 and named.unit.name.isupper()
    return Printed(named.unit, prefix.first, named.last) if named and fits else None


def _article_unit(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of "a mile and a half", "an hour and a quarter"."""
    if tokens[at].lower not in ("a", "an") or lower_at(tokens, at + 2) != "and":
        return None
    if lower_at(tokens, at + 3) != "a":
        return _article_time(tokens, at)
    unit = unit_named(tokens[at + 1])
    share = numeral_at(tokens, at + 3) if unit and not unit.is_currency else None
    if unit is None or share is None or not share.fraction or share.value >= 1:
        return None
    numeral = Numeral(at, share.last, 1 + share.value, share.place, fraction=True, written=True)
    opens, modifiers = modifiers_before(tokens, at, ranged=False)
    return Figure(opens, at, share.last, (numeral,), unit, modifiers, None, share.last)


def _article_time(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of "a year and six months"."""
    unit = unit_after(tokens, at + 1)
    if unit is None or unit.unit.dimension != TIME or unit.last != at + 2:
        return None
    numeral, last = compound(tokens, Numeral(at, at + 1, Decimal(1), Decimal(1), written=True), unit)
    opens, modifiers = modifiers_before(tokens, at, ranged=False)
    return Figure(opens, at, last, (numeral,), unit.unit, modifiers, None, last) if last > unit.last else None


def _leading_unit(tokens: Sequence[Token], numeral: Numeral) -> Printed | None:
    """Return the unit whose name stands before its number: magnitude 6.1, a magnitude of 6.1, a quake measured 6.1."""
    quake = lower_at(tokens, numeral.first - 1) in _MEASURED and any(token.lower in _QUAKES for token in tokens)
    of = lower_at(tokens, numeral.first - 1) in ("of", "-")
    word = "magnitude" if quake else lower_at(tokens, numeral.first - 1 - of)
    unit = by_name(mapping("leading_units")[word]) if word in mapping("leading_units") else None
    only = next((row[2] for row in table("leading_units") if row[0] == word), "") if unit else ""
    return Printed(unit, numeral.first, numeral.last) if unit and only in ("", str(numeral.value)) else None


def _counted_unit(tokens: Sequence[Token], numeral: Numeral) -> Printed | None:
    """Return the unit behind a numeral, over the article in "half an hour"; an ordinal has none."""
    if numeral.ordinal:
        return None
    found = unit_after(tokens, numeral.last) or _leading_unit(tokens, numeral)
    if found or not numeral.fraction or numeral.value >= 1:
        return found
    at = numeral.last + (lower_at(tokens, numeral.last) == "of")
    if lower_at(tokens, at) not in ("a", "an"):
        return None
    whole = unit_after(tokens, at + 1)
    return whole if whole and not whole.unit.is_currency and whole.first == at + 1 else None

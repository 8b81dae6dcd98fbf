"""The algebra of values, held against what it means: intervals as sets, dates as days, words as numbers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnitMismatch
from factcheck.lexicon import table
from factcheck.reading.numerals import numeral_at
from factcheck.text.tokens import tokenise
from factcheck.values.dates import Expression, Tense
from factcheck.values.interval import Interval, Relation, exactly, relate
from factcheck.values.precision import approximate, is_round, last_place, printed
from factcheck.values.quantity import plain_decimal
from factcheck.values.resolve import resolve
from factcheck.values.slips import slip_between
from factcheck.values.units import Unit, by_name, convert

figures = st.decimals(min_value="0.01", max_value=10**7, places=2)
ends = st.none() | st.integers(-9, 9).map(Decimal)  # few, so that ends often meet


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Return an interval that holds a number; an end without bound is closed, as everywhere."""
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low >= high:
        return Interval(min(low, high), max(low, high))
    closed = draw(st.booleans()) or low is None, draw(st.booleans()) or high is None
    return Interval(low, high, *closed)


def holds(interval: Interval, number: Decimal) -> bool:
    low, high, low_closed, high_closed = interval
    above = low is None or number > low or (number == low and low_closed)
    return above and (high is None or number < high or (number == high and high_closed))


def probes(*both: Interval) -> list[Decimal]:
    """Return all ends, a number between each two, and one beyond either side: they tell sets apart."""
    known = sorted({end for interval in both for end in interval[:2] if end is not None} | {Decimal(0)})
    between = [(one + other) / 2 for one, other in pairwise(known)]
    return [known[0] - 1, *known, *between, known[-1] + 1]


def relation_of_sets(left: Interval, right: Interval) -> Relation:
    told = [(holds(left, probe), holds(right, probe)) for probe in probes(left, right)]
    if all(one == other for one, other in told):
        return "equal"
    if not any(one and other for one, other in told):
        return "disjoint"
    inside = all(one <= other for one, other in told) or all(other <= one for one, other in told)
    return "inside" if inside else "overlap"


# --- intervals -----------------------------------------------------------------------------------


@given(intervals(), intervals())
def test_relation_is_that_of_the_sets(left: Interval, right: Interval) -> None:
    assert relate(left, right) == relation_of_sets(left, right)


@given(intervals(), intervals())
def test_relation_is_symmetric(left: Interval, right: Interval) -> None:
    assert relate(left, right) == relate(right, left)


@given(intervals(), intervals())
def test_equal_only_to_itself(left: Interval, right: Interval) -> None:
    assert relate(left, left) == "equal"
    assert (relate(left, right) == "equal") == (left == right)


@given(intervals(), intervals(), figures, st.integers(-500, 500).map(Decimal))
def test_another_unit_keeps_the_relation(left: Interval, right: Interval, factor: Decimal, offset: Decimal) -> None:
    assert relate(left.scaled(factor, offset), right.scaled(factor, offset)) == relate(left, right)


# --- what a figure means -------------------------------------------------------------------------

EXCLUDES = {"below", "above", "more-than", "less-than"}
HOLDS = {"around", "at-least", "at-most"}


@given(figures, st.booleans())
def test_a_bare_figure_holds_itself(figure: Decimal, counted: bool) -> None:
    assert holds(printed(figure, counted=counted), figure)


@given(st.integers(0, 99).map(Decimal))
def test_a_small_count_is_exact(figure: Decimal) -> None:
    assert printed(figure, counted=True) == exactly(figure)
    assert not is_round(figure)


@pytest.mark.parametrize("approximation", sorted(EXCLUDES | HOLDS))
@given(figure=figures, counted=st.booleans())
def test_approximators_hold_or_exclude_the_figure(approximation: str, figure: Decimal, counted: bool) -> None:
    exact = printed(figure, counted=counted)
    meant = approximate(figure, approximation, exact, last_place(figure))
    assert holds(meant, figure) == (approximation in HOLDS)


@given(figures, st.booleans())
def test_approximators_lie_on_their_side(figure: Decimal, counted: bool) -> None:
    exact, place = printed(figure, counted=counted), last_place(figure)
    below, under, above, over = (
        approximate(figure, name, exact, place) for name in ("below", "less-than", "above", "more-than")
    )
    assert (below.high, under.high, above.low, over.low) == (figure,) * 4
    assert (under.low, over.high) == (None, None)
    assert below.low is not None
    assert above.high is not None
    assert below.low < figure < above.high
    assert relate(below, above) == relate(under, over) == "disjoint"
    assert relate(below, under) == relate(above, over) == "inside"


@given(figures)
def test_bounds_have_one_end(figure: Decimal) -> None:
    exact = printed(figure, counted=True)
    assert approximate(figure, "at-least", exact, last_place(figure)).high is None
    assert approximate(figure, "at-most", exact, last_place(figure)).low is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_plain_decimal_round_trip(number: Decimal) -> None:
    text = plain_decimal(number)
    assert Decimal(text) == number
    assert set(text) <= set("-0123456789.")
    assert "." not in text or text[-1] not in "0."
    assert plain_decimal(Decimal(text)) == text


# --- units ---------------------------------------------------------------------------------------

UNITS = [unit for row in table("units") if (unit := by_name(row[0]))]
PAIRS = [(one, other) for one, other in product(UNITS, UNITS) if one.dimension == other.dimension]
UPWARDS = [("minute", 60, "hour"), ("hour", 24, "day"), ("day", 7, "week")]


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), intervals())
def test_no_conversion_across_dimensions(unit: Unit, target: Unit, interval: Interval) -> None:
    if unit.dimension == target.dimension:
        return
    with pytest.raises(UnitMismatch):
        convert(interval, unit, target)


@given(st.sampled_from(PAIRS), intervals())
def test_conversion_there_and_back(pair: tuple[Unit, Unit], interval: Interval) -> None:
    unit, target = pair
    back = convert(convert(interval, unit, target), target, unit)
    assert back[2:] == interval[2:]
    for before, after in zip(interval[:2], back[:2], strict=True):
        assert (before is None) == (after is None)
        if before is not None and after is not None:
            assert abs(before - after) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("printed_number", "unit", "target", "number"),
    [
        ("1", "mile", "kilometre", "1.609344"),
        ("3", "hectare", "square metre", "30000"),
        ("100", "celsius", "fahrenheit", "212"),
        ("12", "inch", "foot", "1"),
        ("36", "hour", "day", "1.5"),
        ("14", "day", "week", "2"),
    ],
)
def test_known_conversions(printed_number: str, unit: str, target: str, number: str) -> None:
    first, second = by_name(unit), by_name(target)
    assert first is not None
    assert second is not None
    told = convert(exactly(Decimal(printed_number)), first, second).low
    assert told is not None
    assert abs(told - Decimal(number)) < Decimal("1e-9")


@pytest.mark.parametrize(("small", "count", "large"), UPWARDS)
@given(number=st.integers(1, 400))
def test_whole_units_convert_exactly(small: str, count: int, large: str, number: int) -> None:
    first, second = by_name(small), by_name(large)
    assert first is not None
    assert second is not None
    assert convert(exactly(Decimal(number * count)), first, second) == exactly(Decimal(number))


# --- dates ---------------------------------------------------------------------------------------

references = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
years, months, days = st.integers(1000, 2199), st.integers(1, 12), st.integers(1, 31)
tenses: st.SearchStrategy[Tense | None] = st.sampled_from([None, "past", "future"])
SEASONS = {row[1]: int(row[2]) for row in table("seasons")}


@st.composite
def expressions(draw: st.DrawFn) -> Expression:
    """Return any expression that the grammar of dates can build."""
    year = draw(st.none() | years)
    grain = draw(st.sampled_from(["day", "month", "season", "year", "decade", "shifted", "weekday"]))
    if grain == "day":
        weekday = draw(st.none() | st.integers(1, 7))
        return Expression("day", year, draw(months), draw(days), weekday)
    if grain == "month":
        return Expression("month", year, draw(months))
    if grain == "season":
        season, month = draw(st.sampled_from(sorted(SEASONS.items())))
        return Expression("season", year, month, season=season, shift=None if year else draw(shifts))
    if grain == "shifted":
        return Expression(
            draw(st.sampled_from(["day", "week", "weekend", "month", "year", "decade"])), shift=draw(shifts)
        )
    if grain == "weekday":
        return Expression("day", weekday=draw(st.integers(1, 7)), shift=draw(st.sampled_from([None, -1, 1])))
    return Expression(grain, draw(years) // 10 * 10 if grain == "decade" else draw(years))  # type: ignore[arg-type]


shifts = st.integers(-900, 900)


@given(expressions(), st.none() | references, tenses)
def test_resolving_never_fails(written: Expression, reference: dt.date | None, tense: Tense | None) -> None:
    timex, span = resolve(written, reference, tense=tense)
    assert timex is None or timex
    assert span is None or span[0] < span[1]


@given(references, tenses)
def test_without_a_reference_only_a_whole_date_is_placed(day: dt.date, tense: Tense | None) -> None:
    assert resolve(Expression("day", day.year, day.month, day.day), None)[1] == (day, day + dt.timedelta(1))
    for written in (
        Expression("day", None, day.month, day.day),
        Expression("month", None, day.month),
        Expression("week", shift=-1),
        Expression("day", weekday=day.isoweekday()),
    ):
        assert resolve(written, None, tense=tense)[1] is None


@given(references)
def test_a_date_lies_in_every_coarser_one(day: dt.date) -> None:
    season, month = next((s, m) for s, m in SEASONS.items() if (day.month - m) % 12 < 3)
    begun = day.year if day.month >= month else day.year - 1
    for written in (
        Expression("day", day.year, day.month, day.day),
        Expression("month", day.year, day.month),
        Expression("season", begun, month, season=season),
        Expression("year", day.year),
        Expression("decade", day.year // 10 * 10),
    ):
        span = resolve(written, None)[1]
        assert span is not None
        assert span[0] <= day < span[1]


@given(references, st.sampled_from(["day", "week", "month", "year", "decade"]))
def test_this_holds_the_day_of_writing_and_its_neighbours_touch(reference: dt.date, grain: str) -> None:
    last, this, following = (
        resolve(Expression(grain, shift=shift), reference)[1]  # type: ignore[arg-type]
        for shift in (-1, 0, 1)
    )
    assert last is not None
    assert this is not None
    assert following is not None
    assert this[0] <= reference < this[1]
    if grain == "week" and reference.isoweekday() == 7:  # with which a week ends, or begins
        assert last[1] == this[0] + dt.timedelta(days=7) == following[0]
    else:
        assert last[1] == this[0]
        assert this[1] == following[0]


@given(references, st.integers(1, 7))
def test_weekdays(reference: dt.date, weekday: int) -> None:
    def day(*, shift: int | None = None, tense: Tense | None = None) -> int:
        """Return how many days after the reference the weekday falls."""
        span = resolve(Expression("day", weekday=weekday, shift=shift), reference, tense=tense)[1]
        assert span is not None
        assert span[0].isoweekday() == weekday
        assert span[1] - span[0] == dt.timedelta(days=1)
        return (span[0] - reference).days

    assert -6 <= day() <= 0
    assert -7 <= day(shift=-1) <= -1
    assert 0 <= day(tense="future") <= 7
    assert 1 <= day(shift=1) <= 7


@given(references, references)
def test_a_date_without_a_year_is_near_the_day_of_writing(day: dt.date, reference: dt.date) -> None:
    span = resolve(Expression("day", None, day.month, day.day), reference)[1]
    if span is None:  # 29 February of a year that has none
        assert (day.month, day.day) == (2, 29)
        return
    assert (span[0].month, span[0].day) == (day.month, day.day)
    assert abs(span[0] - reference) < dt.timedelta(days=220)


@given(st.integers(1000, 2199), st.integers(1, 12), st.integers(1, 31))
def test_days_that_no_calendar_has_are_not_placed(year: int, month: int, day: int) -> None:
    span = resolve(Expression("day", year, month, day), None)[1]
    try:
        assert span == (dt.date(year, month, day), dt.date(year, month, day) + dt.timedelta(days=1))
    except ValueError:
        assert span is None


# --- numerals ------------------------------------------------------------------------------------

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
ONES += "sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int, joint: str = " and ") -> str:
    """Return a number below a million as a British desk spells it; with another joint as an American.

    >>> in_words(123045)
    'one hundred and twenty-three thousand and forty-five'
    """
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    above, rest = divmod(number, size)
    between = joint if rest < 100 else " "
    return f"{in_words(above, joint)} {name}" + (f"{between}{in_words(rest, joint)}" if rest else "")


@given(st.integers(1, 999_999), st.sampled_from([" and ", " "]), st.booleans())
def test_numbers_in_words_are_read_back(number: int, joint: str, opens_sentence: bool) -> None:
    text = in_words(number, joint)
    tokens = tokenise(f"{text.capitalize() if opens_sentence else text} were counted")
    numeral = numeral_at(tokens, 0)
    assert numeral is not None
    assert numeral.value == Decimal(number)
    assert (numeral.last, numeral.ordinal) == (len(tokens) - 2, False)


@given(st.integers(0, 10**12), st.booleans())
def test_numbers_in_digits_are_read_back(number: int, grouped: bool) -> None:
    tokens = tokenise(f"{number:,} were counted" if grouped else f"{number} were counted")
    numeral = numeral_at(tokens, 0)
    assert numeral is not None
    assert numeral.value == Decimal(number)
    assert numeral.last == 1


SLIPS = [
    ("12", "12", "none"), ("0", "10", "none"), ("12", "120.5", "none"), ("123", "321", "none"), ("-3", "30", "none"),
    ("1234", "2143", "none"), ("1.5", "15.1", "none"), ("10.4", "14", "none"),
    ("10", "100", "scale"), ("2.40", "24", "scale"), ("41", "14", "transposed"), ("1.23", "1.32", "transposed"),
    ("1200", "2100", "transposed"), ("2.4", "4.2", "transposed"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "slip"), SLIPS)
def test_slips(left: str, right: str, slip: str) -> None:
    assert slip_between(Decimal(left), Decimal(right)) == slip


@given(figures, figures)
def test_a_slip_runs_both_ways(left: Decimal, right: Decimal) -> None:
    assert slip_between(left, right) == slip_between(right, left)


@given(st.decimals(min_value=10**6, max_value=10**27, places=0), st.decimals(min_value="0.01", max_value=1, places=27))
def test_a_slip_is_told_of_figures_with_all_their_digits_too(large: Decimal, converted: Decimal) -> None:
    assert slip_between(large, converted) in ("none", "scale")

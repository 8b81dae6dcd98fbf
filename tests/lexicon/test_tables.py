"""The large tables: their shape, no row or surface twice, and every unit against pint."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from importlib.resources import files

import pint
import pytest
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from factcheck.lexicon import mapping, table, words

COLUMNS = {
    "adjectives": 1,
    "currencies": 6,
    "irregular_nouns": 2,
    "nouns": 3,
    "outcomes": 3,
    "units": 5,
    "verbs": 2,
}

BASES = {
    "absorbed_dose": "gray",
    "acceleration": "meter / second ** 2",
    "angle": "degree",
    "area": "meter ** 2",
    "bit_rate": "bit / second",
    "charge": "coulomb",
    "concentration": "kilogram / meter ** 3",
    "current": "ampere",
    "emission": "kilogram / meter",
    "energy": "joule",
    "flow": "meter ** 3 / second",
    "force": "newton",
    "frequency": "1 / second",
    "fuel_consumption": "meter ** 2",
    "fuel_economy": "1 / meter ** 2",
    "illuminance": "lux",
    "inverse_area": "1 / meter ** 2",
    "image": "pixel",
    "length": "meter",
    "magnitude": "dimensionless",
    "luminance": "candela / meter ** 2",
    "luminous_flux": "lumen",
    "mass": "kilogram",
    "power": "watt",
    "pressure": "pascal",
    "proportion": "dimensionless",
    "radiation_dose": "sievert",
    "radioactivity": "becquerel",
    "resistance": "ohm",
    "speed": "meter / second",
    "substance": "mole",
    "storage": "bit",
    "time": "second",
    "torque": "newton * meter",
    "voltage": "volt",
    "volume": "meter ** 3",
}

# Names that pint spells otherwise or sizes otherwise: its acre is the survey one, its year the Julian one.
SPELLINGS = {
    "acre foot": "43560 * foot ** 3",
    "acre": "43560 * foot ** 2",
    "barrel per day": "oil_barrel / day",
    "barrel": "oil_barrel",
    "beat per minute": "1 / minute",
    "British thermal unit": "Btu_it",
    "century": "36524.25 * day",
    "decade": "3652.425 * day",
    "dunam": "1000 * meter ** 2",
    "fathom": "6 * foot",
    "frame per second": "1 / second",
    "furlong": "660 * foot",
    "g-force": "standard_gravity",
    "gigayear": "365242500000 * day",
    "hundredweight": "112 * pound",
    "inverse femtobarn": "1 / femtobarn",
    "inverse second": "1 / second",
    "kilohm": "1000 * ohm",
    "kilopound per square inch": "1000 * psi",
    "litre per 100 kilometres": "liter / (100 * kilometer)",
    "magnitude": "1",
    "megayear": "365242500 * day",
    "mile per imperial gallon": "mile / imperial_gallon",
    "millennium": "365242.5 * day",
    "millimetre of mercury": "millimeter_Hg",
    "month": "30.436875 * day",
    "newton metre": "newton * meter",
    "nit": "candela / meter ** 2",
    "part per billion": "1e-9",
    "part per million": "1e-6",
    "pint": "imperial_pint",
    "pound-foot": "force_pound * foot",
    "pound-force": "force_pound",
    "revolution per minute": "1 / minute",
    "short ton": "2000 * pound",
    "standard atmosphere": "atmosphere",
    "therm": "100000 * Btu_it",
    "ton": "2240 * pound",
    "tonne": "metric_ton",
    "US pint": "pint",
    "year": "365.2425 * day",
}
AMERICAN = (("metre", "meter"), ("litre", "liter"))


def cells(row: Iterable[str]) -> list[str]:
    return [surface for cell in row for surface in cell.split("|") if surface]


def twice(values: Iterable[str]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


def bare(surfaces: Iterable[str]) -> list[str]:
    return [surface.removesuffix("*") for surface in surfaces]


def spell(name: str) -> str:
    """The expression by which pint knows a unit of ours: `square foot` is `(foot) ** 2`."""
    if name in SPELLINGS:
        return SPELLINGS[name]
    for ours, theirs in AMERICAN:
        name = name.replace(ours, theirs)
    top, _, bottom = name.partition(" per ")
    return " / ".join(f"({power(part)})" for part in (top, bottom) if part)


def power(name: str) -> str:
    for word, exponent in (("square ", 2), ("cubic ", 3)):
        if name.startswith(word):
            return f"{name.removeprefix(word)} ** {exponent}"
    if (name.endswith(" hour") and "watt" in name) or name.endswith("ampere hour"):
        return name.replace(" ", " * ")
    return name.replace(" ", "_")


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()


# --- what must not be there


@pytest.mark.parametrize("form", ["arrests", "attacks", "deaths", "fires", "homes", "jobs", "shots", "votes"])
def test_plural_nouns_are_no_verbs(form: str) -> None:
    assert form not in words("verbs")


def test_irregular_plurals_are_no_verbs() -> None:
    plurals = {form for form, singular in mapping("irregular_nouns").items() if form != singular}
    assert sorted(plurals & words("verbs")) == []


@pytest.mark.parametrize("surface", ["s", "d", "mb", "kb", "bars", "point", "points"])
def test_surfaces_that_mean_something_else_are_no_units(surface: str) -> None:
    assert surface not in bare(cells(row[4] for row in table("units")))


@pytest.mark.parametrize("word", ["won", "real", "sol", "lev", "leu", "R", "No"])
def test_common_words_are_no_currencies(word: str) -> None:
    assert word not in cells(cell for row in table("currencies") for cell in row[3:])


@pytest.mark.parametrize("lemma", ["casualty", "fire", "victim"])
def test_ambiguous_words_have_no_outcome(lemma: str) -> None:
    assert lemma not in words("outcomes")


# --- shape


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_have_all_columns(name: str) -> None:
    assert [row for row in table(name) if len(row) != COLUMNS[name]] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_only_symbols_of_currencies_may_be_empty(name: str) -> None:
    filled = [row[:4] if name == "currencies" else row for row in table(name)]
    assert [row for row in filled if not all(row)] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_table_opens_with_its_source_and_licence(name: str) -> None:
    text = files("factcheck.lexicon").joinpath("en", f"{name}.tsv").read_text(encoding="utf-8")
    opening = text.split("\n\n")[0]
    assert all(line.startswith("#") for line in opening.splitlines())
    assert "Source:" in opening
    assert "Licence:" in opening


@pytest.mark.parametrize("name", sorted(set(COLUMNS) - {"currencies"}))
def test_no_key_is_listed_twice(name: str) -> None:
    assert twice(row[0] for row in table(name)) == []


# --- units


def test_no_unit_surface_is_listed_twice() -> None:
    assert twice(bare(cells(row[4] for row in table("units")))) == []


def test_every_unit_can_be_printed_by_its_own_name() -> None:
    printed = set(bare(cells(row[4] for row in table("units"))))
    assert [row[0] for row in table("units") if row[0].lower() not in printed] == []


def test_only_temperatures_have_an_offset() -> None:
    assert {row[1] for row in table("units") if row[3] != "0"} == {"temperature"}


UNITS = [row for row in table("units") if row[1] not in ("temperature", "sound_level")]


@pytest.mark.parametrize("row", UNITS, ids=[row[0] for row in UNITS])
def test_unit_has_the_size_that_pint_gives_it(row: tuple[str, ...], registry: pint.UnitRegistry[float]) -> None:
    name, dimension, factor, _, _ = row
    quantity = registry.Quantity(1, "dimensionless") * registry.parse_expression(spell(name))
    assert float(Fraction(factor)) == pytest.approx(quantity.to(BASES[dimension]).magnitude, rel=1e-9, abs=0)


@pytest.mark.parametrize(("name", "theirs"), [("celsius", "degC"), ("fahrenheit", "degF"), ("kelvin", "kelvin")])
@pytest.mark.parametrize("degrees", [-40, 0, 36.6, 451])
def test_temperature_is_what_pint_makes_of_it(
    name: str, theirs: str, degrees: float, registry: pint.UnitRegistry[float]
) -> None:
    row = next(row for row in table("units") if row[0] == name)
    ours = Fraction(str(degrees)) * Fraction(row[2]) + Fraction(row[3])
    assert float(ours) == pytest.approx(registry.Quantity(degrees, theirs).to("kelvin").magnitude, rel=1e-9)


# --- currencies


@pytest.mark.parametrize("column", [3, 4, 5], ids=["words", "prefix", "suffix"])
def test_no_currency_surface_is_listed_twice(column: int) -> None:
    assert twice(bare(cells(row[column] for row in table("currencies")))) == []


def test_no_currency_is_listed_twice() -> None:
    assert twice(row[1] for row in table("currencies")) == []
    assert twice(row[0] for row in table("currencies") if row[2] == "1") == []


# codes that are a word in capitals, or better known for something else
OTHER_WORDS = frozenset("ALL AWG BSD CUP CVE MOP SCR STN TOP WST".split())


def test_every_code_is_its_own_prefix_and_no_shared_name_is_a_code() -> None:
    for code, name, factor, _, prefix, _ in table("currencies"):
        if re.fullmatch(r"[A-Z]{3,4}", code):
            assert (code in prefix.split("|")) is (factor == "1" and code not in OTHER_WORDS), name
        else:
            assert code.islower(), name


def currencies_in_use() -> list[str]:
    """The codes of all that is tender somewhere, by the data of CLDR."""
    day = date(2026, 1, 1)
    used = (get_territory_currencies(land, day, day) for land in get_global("territory_currencies"))
    return sorted({code for codes in used for code in codes})


@pytest.mark.parametrize("code", currencies_in_use())
def test_every_currency_in_use_is_known_by_its_english_names(code: str) -> None:
    known = next(row[3] for row in table("currencies") if row[0] == code)
    names = {get_currency_name(code, count, locale="en").lower() for count in (1, 25)}
    assert sorted(names - set(known.split("|"))) == []


def test_every_minor_unit_has_its_whole() -> None:
    whole = {row[0] for row in table("currencies") if row[2] == "1"}
    minor = [row for row in table("currencies") if row[2] != "1"]
    assert all(row[0] in whole and 0 < Fraction(row[2]) < 1 for row in minor)


def test_words_of_currencies_are_in_small_letters() -> None:
    assert [word for word in cells(row[3] for row in table("currencies")) if word != word.lower()] == []


# --- words


def test_every_lemma_is_a_form() -> None:
    assert sorted(set(mapping("verbs").values()) - words("verbs")) == []


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("arrested", "arrest"), ("slain", "slay"), ("found", "find"), ("shot", "shoot"), ("dying", "die"),
        ("hospitalized", "hospitalise"), ("quit", "quit"), ("was", "be"), ("won’t", "will"),
        ("cancelled", "cancel"), ("canceled", "cancel"), ("banned", "ban"), ("offered", "offer"),
        ("wounded", "wound"), ("fled", "flee"),
    ],
)  # fmt: skip
def test_form_has_its_lemma(form: str, lemma: str) -> None:
    assert mapping("verbs")[form] == lemma


def test_every_outcome_is_a_known_lemma() -> None:
    known = set(mapping("verbs").values()) | words("nouns") | words("adjectives")
    assert sorted(words("outcomes") - known) == []


def test_every_outcome_class_has_one_group() -> None:
    groups = {(row[1], row[2]) for row in table("outcomes")}
    assert twice(class_ for class_, _ in groups) == []


@pytest.mark.parametrize("one", ["kill", "injure", "arrest", "charge", "missing", "evacuate", "sack", "resign"])
def test_fates_of_people_exclude_each_other(one: str) -> None:
    others = {row[0]: row for row in table("outcomes")}
    assert others[one][2] == "fate"


def test_every_class_of_nouns_names_one_of_them() -> None:
    assert sorted({row[1] for row in table("nouns")} - words("nouns")) == []


def test_breadth_is_one_of_three_and_the_same_in_a_class() -> None:
    breadths = {(row[1], row[2]) for row in table("nouns")}
    assert {breadth for _, breadth in breadths} == {"broad", "narrow", "thing"}
    assert twice(class_ for class_, _ in breadths) == []


def test_nouns_are_in_the_singular() -> None:
    plurals = {form for form, singular in mapping("irregular_nouns").items() if form != singular}
    assert sorted(words("nouns") & plurals) == []


def test_singular_of_a_singular_is_itself() -> None:
    singulars = mapping("irregular_nouns")
    assert {form: one for form, one in singulars.items() if singulars.get(one, one) != one} == {}


def test_few_words_are_both_adjective_and_noun() -> None:
    both = words("adjectives") & words("nouns")
    assert both == {"accused", "female", "male", "minor", "national", "official", "other", "senior"}

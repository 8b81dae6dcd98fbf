"""Which claims meet in a fact and which never do, told in sentences; what must stay apart comes first."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.claims.base import Claim
from factcheck.findings import Finding, Report
from factcheck.judge.load import load_rules
from factcheck.models import Document
from factcheck.pipeline import check

load = cache(load_rules)


def report(*texts: str, stories: tuple[str, ...] = ()) -> Report:
    """Return the report on texts as if as many sources of one story had printed them."""
    told = stories or ("story",) * len(texts)
    documents = [
        Document(id=f"{place}", text=text, source=f"source {place}", story=story)
        for place, (text, story) in enumerate(zip(texts, told, strict=True))
    ]
    return check(documents, rules=load())


def meetings(found: Report) -> set[frozenset[str]]:
    """Return the texts of the claims that meet across documents, fact by fact; who is named apart."""
    claims = {claim.id: claim for claim in found.claims}
    facts = []
    for fact in found.facts:
        if fact.kind == "role":
            continue
        inside: list[Claim] = [claims[id] for variant in fact.variants for id in variant.claims]
        if len({claim.document for claim in inside}) > 1:
            facts.append(frozenset(claim.text for claim in inside))
    return set(facts)


def verdicts(found: Report) -> set[str]:
    """Return the verdicts of the findings; those on who is named apart."""
    persons = {fact.id for fact in found.facts if fact.kind == "role"}
    return {finding.verdict for finding in found.findings if finding.fact not in persons}


def said(found: Report, finding: Finding) -> set[str]:
    """Return the texts of the claims of a finding."""
    return {claim.text for claim in found.claims if claim.id in finding.claims}


# --- what never meets ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Four miners were killed in the blast.",
            "Four miners were injured in the blast.",
            id="killed-is-not-injured",
        ),
        pytest.param(
            "Four miners were killed in the blast.",
            "Nine miners were injured in the blast.",
            id="nor-by-other-figures",
        ),
        pytest.param(
            "Two officers were promoted last year.",
            "Two officers were sacked last year.",
            id="promoted-is-not-sacked",
        ),
        pytest.param("Fourteen officers left.", "Fourteen trawlers left.", id="officers-are-not-trawlers"),
        pytest.param(
            "For the 14 missing divers, ring (01632) 960-118.",
            "960 divers searched the wreck.",
            id="telephone-number",
        ),
        pytest.param(
            "The mayor spoke to Radio 4 about the divers.",
            "Four divers spoke to the mayor.",
            id="name-of-a-station",
        ),
        pytest.param("Jane Roe, 36, was rescued.", "Tom Oke, 36, was rescued.", id="two-persons-of-one-age"),
        pytest.param("The path is 40 km long.", "The path cost £40 to mend.", id="length-is-not-money"),
        pytest.param("The strike lasted 14 days.", "14 drivers joined the strike.", id="days-are-not-drivers"),
        pytest.param("The mission lasted almost 14 days.", "The strike lasted 14 days.", id="two-things-of-one-length"),
        pytest.param("The vote was held on 3 March.", "The strike began on 4 March.", id="dates-of-two-events"),
        pytest.param(
            "“The pier is lost,” said Ana Reyes.",
            "“The train was late,” said Ana Reyes.",
            id="two-quotations",
        ),
    ],
)
def test_stay_apart(left: str, right: str) -> None:
    found = report(left, right)
    assert meetings(found) == set()
    assert verdicts(found) == set()


def test_a_sentence_that_tells_two_things_is_no_discrepancy() -> None:
    both = "Police arrested 14 people in Leeds and 20 people in York."
    assert "discrepancy" not in verdicts(report(both))
    assert "discrepancy" not in verdicts(report(both, both))
    facts = report(both).facts
    assert [sum(len(variant.claims) for variant in fact.variants) for fact in facts] == [1, 1]


def test_near_partners_with_different_values_link_to_neither() -> None:
    found = report(
        "Police arrested 12 people in the raid.",
        "Police arrested 15 people in the raid. Police arrested 18 people in the raid.",
    )
    assert "discrepancy" not in verdicts(found)


def test_links_and_captions_never_meet() -> None:
    left = "Girl saved\nA girl, 10, was pulled from the river on Monday.\nDivers had looked for her all night.\n"
    right = (
        "Pier closed\nThe pier was closed on Monday, the harbour master said.\n"
        "Read more:\nGirl, 11, pulled from the river on Monday\n"
        "Image caption A girl, 12, was pulled from the river\n"
        "Nobody was hurt, he added.\n"
    )
    assert not [texts for texts in meetings(report(left, right)) if texts & {"10", "11", "12"}]


def test_the_stamps_of_posts_and_pages_never_meet() -> None:
    left = "Pier closed\nThe pier is gone. - Ana Reyes (@anareyes) 3 March 2024\nNobody was hurt, the mayor said."
    right = "Pier closed\nThe mayor said nobody was hurt.\nPosted: 3 March 2024 10.15am by the harbour desk."
    assert not [texts for texts in meetings(report(left, right)) if any("March" in text for text in texts)]


@pytest.mark.parametrize(
    "stamp",
    ["LEEDS | Mon May 18, 2009 {}", "Last updated at {} GMT", "Aired May 18, 2009 - {} ET", "2009 05 18 {} JST"],
)
def test_the_times_at_which_pages_were_put_out_never_meet(stamp: str) -> None:
    left, right = (f"{stamp.format(time)}\n\nThe pier was closed on Monday." for time in ("2:07 pm", "6:14 pm"))
    assert not [texts for texts in meetings(report(left, right)) if any("2:07" in text for text in texts)]


def test_a_conversion_in_brackets_is_no_second_figure() -> None:
    found = report(
        "The missile has a range of 3,000 km (1,900 miles) at most.",
        "The missile has a range of 2,500 miles (4,000 km) at most.",
    )
    assert [finding.verdict for finding in found.findings] == ["discrepancy"]


def test_stories_never_meet() -> None:
    texts = "Police arrested 12 people in the raid.", "Police arrested 15 people in the raid."
    assert verdicts(report(*texts)) == {"discrepancy"}
    assert report(*texts, stories=("one", "two")).findings == ()


# --- what meets ----------------------------------------------------------------------------------


RAID = "Police arrested 12 people in the raid."
FIRE = "At least 20 people died in the fire."
VOTE = "The vote was held on 3 March 2024."
ROE = "Jane Roe, 36, was rescued."
PLAN = "The plan will take “days or weeks”, he said."


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(RAID, "Twelve people were arrested in the raid.", "agreement", id="voice"),
        pytest.param(RAID, "Police arrested 15 people in the raid.", "discrepancy", id="figures"),
        pytest.param(
            "Almost 14 officers were investigated.",
            "14 officers were investigated.",
            "discrepancy",
            id="hedged-against-exact",
        ),
        pytest.param(FIRE, "23 people died in the fire.", "compatible", id="bound-met"),
        pytest.param(FIRE, "17 people died in the fire.", "discrepancy", id="bound-broken"),
        pytest.param("Dozens of people were hurt.", "38 people were hurt.", "compatible", id="vague"),
        pytest.param("The blast killed four miners.", "Four miners died in the blast.", "agreement", id="synonym"),
        pytest.param(ROE, "Jane Roe, 39, was rescued.", "discrepancy", id="ages"),
        pytest.param(ROE, "Jane Roe (36) was rescued.", "agreement", id="age-in-brackets"),
        pytest.param(ROE, "Jane Roe, who is in her 30s, was rescued.", "compatible", id="age-by-decade"),
        pytest.param(VOTE, "The vote was held on March 3, 2024.", "agreement", id="date"),
        pytest.param(VOTE, "The vote was held on 4 March 2024.", "discrepancy", id="dates"),
        pytest.param(PLAN, PLAN.replace(" or ", " and "), "discrepancy", id="quotation"),
        pytest.param(
            "Reyes, the champion, comes with 31 KOs.",
            "The champion, Reyes, has 31 knockouts.",
            "agreement",
            id="abbreviated-noun",
        ),
        pytest.param(
            "The navy seized a boat and held 17 Somalis.",
            "Marines held 17 Somali nationals on a boat.",
            "agreement",
            id="by-nation",
        ),
        pytest.param(
            "Gales tore 46 gazebos from the show field.",
            "At the show, gales tore 46 marquees from the field.",
            "agreement",
            id="nouns-that-no-list-knows",
        ),
    ],
)
def test_meet(left: str, right: str, verdict: str) -> None:
    found = report(left, right)
    assert len(meetings(found)) == 1
    assert verdicts(found) == {verdict}
    assert verdicts(report(right, left)) == {verdict}


def test_the_whole_of_a_part_meets_the_count() -> None:
    part = "The mayor asked why nine of those 14 officers are still serving."
    found = report(part, "14 officers were investigated over the messages.")
    assert verdicts(found) == {"agreement"}
    assert meetings(found) == {frozenset({"nine of those 14 officers", "14 officers"})}


def test_a_hedge_meets_the_whole_of_a_part() -> None:
    part = "The mayor asked why nine of those 14 officers are still serving."
    assert verdicts(report(part, "Almost 14 officers were investigated over the messages.")) == {"discrepancy"}


def test_an_elided_subject_meets_the_printed_one() -> None:
    found = report(
        "14 officers were investigated over the messages, and two were found at fault.",
        "Two officers were found at fault over the messages.",
    )
    assert frozenset({"two", "Two officers"}) in meetings(found)
    assert "discrepancy" not in verdicts(found)


def test_one_figure_told_by_three_is_one_variant() -> None:
    found = report(*["Police arrested 12 people in the raid."] * 3)
    (fact,) = found.facts
    (variant,) = fact.variants
    assert (len(variant.claims), variant.sources) == (3, ("source 0", "source 1", "source 2"))
    assert fact.verdict == "agreement"


def test_a_fact_that_very_many_tell_is_one_fact() -> None:
    found = report(*["Police arrested 12 people in the raid."] * 300)
    assert [fact.verdict for fact in found.facts] == ["agreement"]


def test_one_other_figure_among_very_many_is_found() -> None:
    texts = ["Police arrested 12 people in the raid."] * 299 + ["Police arrested 15 people in the raid."]
    assert [fact.verdict for fact in report(*texts).facts] == ["discrepancy"]


def test_what_one_source_tells_is_a_fact_too() -> None:
    (fact,) = report("Police arrested 12 people in the raid.").facts
    assert fact.verdict == "single_source"


def test_every_claim_of_a_finding_stands_in_its_variants() -> None:
    found = report("Almost 14 officers were investigated.", "14 officers were investigated.")
    (finding,) = found.findings
    (fact,) = (fact for fact in found.facts if fact.id == finding.fact)
    variants = {variant.id: set(variant.claims) for variant in fact.variants}
    assert len(finding.variants) == 2
    assert set(finding.claims) <= set().union(*(variants[id] for id in finding.variants))


def test_a_claim_with_two_equally_good_partners_at_odds_links_to_neither_though_one_is_nearer() -> None:
    found = report("Police arrested 12 people.", "Police arrested 13 people. Police arrested 30 people.")
    assert "discrepancy" not in verdicts(found)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(
            "The shooting killed two people and wounded seven others.",
            "Nine people were wounded in the shooting.",
            {"discrepancy"},
            id="others-than-the-dead",
        ),
        pytest.param(
            "Four sailors were hurt in the fire, and nine others were hurt on the pier.",
            "Twelve sailors were hurt in the fire.",
            {"discrepancy"},
            id="others-than-the-hurt-are-not-compared",
        ),
        pytest.param(
            "The fire killed three people, including the captain.",
            "The fire killed two people.",
            set(),
            id="somebody-counted-in",
        ),
        pytest.param(
            "She fell 200 feet from the ridge.", "She fell 200 metres from the ridge.", {"discrepancy"}, id="unit-slip"
        ),
        pytest.param(
            "The fire covers 3,000 hectares.", "The fire covers 30,000 hectares.", {"discrepancy"}, id="nought-slip"
        ),
        pytest.param("It was the second child to die.", "It was the third child to die.", set(), id="two-of-a-row"),
        pytest.param(
            "There were 12 deaths in the fire at the mill.",
            "Fourteen people died in the fire at the mill.",
            {"discrepancy"},
            id="what-befell-people",
        ),
        pytest.param(
            "Police made 14 arrests at the march.",
            "Police shot 17 people at the march.",
            set(),
            id="what-befell-others",
        ),
        pytest.param(
            "Three of the nine officers were sacked.",
            "Of the nine officers, four were dismissed.",
            {"agreement", "discrepancy"},
            id="a-whole-told-first",
        ),
        pytest.param(
            "The ship, with a crew of 24, ran aground off Cork.",
            "There were 22 crew members on the ship when it ran aground off Cork.",
            {"discrepancy"},
            id="a-crew-and-its-members",
        ),
        pytest.param(
            "The raiders still hold 331 crewmen of the tanker.",
            "The raiders hold 300 crew members of the tanker.",
            {"discrepancy"},
            id="a-noun-of-two-words",
        ),
        pytest.param(
            "In initial reports, police said five sailors were hurt in the fire.",
            "Four sailors were hurt in the fire.",
            {"compatible"},
            id="said-at-first",
        ),
        pytest.param(
            "Reyes scored her first eight points in the second half.",
            "Reyes scored four straight points in the second half.",
            set(),
            id="two-stretches",
        ),
        pytest.param(
            "Reyes scored 18 points and blocked six shots against Leeds.",
            "During the deciding run, Reyes blocked two shots against Leeds.",
            set(),
            id="a-stretch-and-the-game",
        ),
        pytest.param(
            "Divers seized seven hunting rifles, two other rifles and a net in Leeds.",
            "Nine rifles and a net were seized by divers in Leeds.",
            {"agreement"},
            id="others-told-behind",
        ),
        pytest.param(
            "Reyes opened a four-day congress of sailors in Leeds.",
            "Reyes wowed a five-day congress of sailors in Leeds.",
            {"discrepancy"},
            id="what-a-duration-describes",
        ),
        pytest.param(
            "Reyes has averaged 100 runs a season for the club.",
            "Reyes made 121 runs last season for the club.",
            set(),
            id="an-average-and-a-total",
        ),
        pytest.param(
            "Police found two other people in the car.", "Police found four people in the car.", set(), id="two-others"
        ),
        pytest.param(
            "Roe has been arrested three times since October, police said.",
            "Roe had been arrested four times, police said.",
            set(),
            id="since-october-and-ever",
        ),
        pytest.param(
            "Roe has been arrested three times since October, police said.",
            "Roe has been arrested four times since October, police said.",
            {"agreement", "discrepancy"},  # October is told alike
            id="since-october-on-both-sides",
        ),
        pytest.param(
            "A 17-year-old boy was shot in the head near Oak Park on Friday.",
            "A man, 18, was shot in the head near Oak Park.",
            {"discrepancy"},
            id="a-boy-may-be-called-a-man",
        ),
        pytest.param(
            "A 17-year-old boy was shot in the head near Oak Park on Friday.",
            "A woman, 18, was shot in the head near Oak Park.",
            set(),
            id="a-boy-is-no-woman",
        ),
        pytest.param(
            "A 17-year-old boy was shot in the head near Oak Park on Friday.",
            "A man, 18, was arrested near Oak Park after shots were fired.",
            set(),
            id="who-was-shot-is-not-who-was-arrested",
        ),
        pytest.param(
            "The quake struck 15km (10 miles) south of York.",
            "The quake struck 10 miles (15km) south of York.",
            {"agreement"},
            id="one-distance-in-two-units",
        ),
        pytest.param(
            "The quake struck 15km (10 miles) south of York.",
            "The quake struck 22km (14 miles) south of York.",
            {"discrepancy"},
            id="a-rounded-conversion-is-no-second-figure",
        ),
        pytest.param(
            "The mill was shut 8 hrs ago in Leeds.",
            "The mill was shut 9 hrs ago in Leeds.",
            set(),
            id="hours-ago-are-no-length-of-time",
        ),
        pytest.param(
            "The mayor says the bridge will go. “That is not going to happen,” said Ana Reyes.",
            "The bridge stays. “It is going to happen,” said Tom Hale.",
            set(),
            id="a-few-words-that-many-say",
        ),
        pytest.param(
            "Iyad Poe, 37, left the town. Salah Poe, 39, stayed.",
            "A man who called himself Poe, 25, left the town.",
            set(),
            id="a-last-name-of-several-persons",
        ),
        pytest.param(
            "Ana Roe, who was 22 at the time, saw the raid on the mill.",
            "Ana Roe, 32, saw the raid on the mill.",
            set(),
            id="an-age-of-then",
        ),
        pytest.param(
            "The mill spent $150,000 (£92,000) on a new wheel.",
            "The mill spent $150,000 (£96,000) on a new wheel.",
            {"agreement"},
            id="a-sum-converted-on-two-days",
        ),
        pytest.param(
            "The mill spent $500m (£266m) on a new wheel.",
            "The mill spent $500m (£350m) on a new wheel.",
            {"agreement", "discrepancy"},
            id="a-sum-converted-wrongly",
        ),
        pytest.param(
            "At least 50 people have the virus in Leeds.",
            "Almost 50 countries have the virus.",
            set(),
            id="people-are-not-countries",
        ),
    ],
)
def test_figures_at_odds(left: str, right: str, verdict: set[str]) -> None:
    assert verdicts(report(left, right)) == verdict


@pytest.mark.parametrize(
    ("parts", "whole", "verdict"),
    [
        pytest.param(
            "The ferry carried 238 passengers and five crew.",
            "All 243 people on the ferry are safe.",
            {"agreement"},
            id="side-by-side",
        ),
        pytest.param(
            "The gunman killed one sailor and injured 15 others in the harbour bar.",
            "Sixteen people were shot in the harbour bar.",
            {"agreement"},
            id="the-dead-and-the-hurt",
        ),
        pytest.param(
            "The gunman killed one sailor and injured 15 others in the harbour bar.",
            "Sixteen people were injured in the harbour bar.",
            {"discrepancy"},
            id="the-hurt-alone",
        ),
        pytest.param(
            "The ferry carried 238 passengers and five crew.",
            "The ferry carried 250 people.",
            set(),
            id="a-sum-is-known-by-its-figure",
        ),
        pytest.param(
            "The ferry carried 238 passengers and five lorries.",
            "The ferry carried 243 people.",
            set(),
            id="people-and-things",
        ),
        pytest.param(
            "Marines seized seven AK-47 rifles and two other rifles from the dhow.",
            "Marines seized nine rifles from the dhow.",
            {"agreement"},
            id="some-and-others",
        ),
        pytest.param(
            "Marines seized seven AK-47 assault rifles, two other rifles and a grenade from the dhow.",
            "Nine assault rifles and a grenade were seized by marines from the dhow.",
            {"agreement"},
            id="some-and-others-in-other-words",
        ),
        pytest.param(
            "Marines seized seven AK-47 rifles and two other rifles from the dhow.",
            "Marines seized eight AK-47 rifles from the dhow.",
            {"discrepancy"},
            id="some-and-others-at-odds",
        ),
    ],
)
def test_sums(parts: str, whole: str, verdict: set[str]) -> None:
    assert verdicts(report(parts, whole)) == verdict


def test_a_speech_that_goes_on_is_not_at_odds_with_itself() -> None:
    speech = "“One bridge will last and hold,” said Ana Reyes. “One bridge won't last and will hold.”"
    assert report(speech).findings == ()
    assert verdicts(report(speech, speech)) == {"agreement"}


def test_a_toll_is_told_only_from_the_figures_of_that_toll() -> None:
    found = report(
        "The blast hurt nine people. Four people were killed. Six people were arrested. Two people were rescued.",
        "Officials said that seven others were hurt by the blast.",
    )
    assert frozenset({"nine people", "seven others"}) in meetings(found)


def test_a_day_told_by_another_verb_is_the_day_of_the_incident() -> None:
    found = report(
        "The climber fell from the ridge above the hut on 14 September 2013.",
        "The climber died near the hut on 14 September 2013.",
    )
    assert verdicts(found) == {"agreement"}


def test_ages_of_one_name_meet_though_others_tell_of_a_girl() -> None:
    found = report(
        "Ana Reyes, 2, was rescued from the river. A 2-year-old girl was found on the pier.",
        "Ana Reyes, 3, was rescued from the river. A 3-year-old girl was found on the pier.",
    )
    assert "discrepancy" in verdicts(found)


def test_one_firm_link_at_odds_joins_what_others_tell_with_another_noun() -> None:
    told = (
        "The two officers fired 12 shots at the driver on Elm Street, police said.",
        "Police said the two officers fired 11 shots at the driver on Elm Street.",
        *(f"{who} said that officers had fired 11 slugs at the driver." for who in ("Police", "Doctors", "Neighbours")),
    )
    found = report(*told)
    at_odds = [said(found, finding) for finding in found.findings if finding.verdict == "discrepancy"]
    assert {"12 shots", "11 shots"} in at_odds


def test_what_both_tell_is_no_rival_of_what_one_tells_otherwise() -> None:
    shared = " Rescuers counted 57 rafts. The mayor gave 31 rafts away. Another 48 rafts were sold in Hull."
    found = report("The school built 19 rafts for the race." + shared, "Pupils have now built 14 rafts." + shared)
    errors = [said(found, finding) for finding in found.findings if finding.severity == "error"]
    assert errors == [{"19 rafts", "14 rafts"}]


def test_two_whom_both_articles_tell_of_are_not_at_odds() -> None:
    found = report(
        "Willie Fuentes Hale, 42, of Leeds, was charged with arson. William Kendall Hale, 18, was charged with arson.",
        "Charged with arson were Willie Fuentes Hale, 42, and William Kendall Hale, 18, of Leeds.",
    )
    assert "discrepancy" not in verdicts(found)


def test_what_opens_both_articles_needs_fewer_words_in_common() -> None:
    left, right = "A crowd of 40 farmers blocked the bridge.", "On the bridge 60 farmers had parked lorries."
    opening = "The town lay quiet and the sky was grey. Nobody could say when the wind would turn. " * 6
    assert "discrepancy" in verdicts(report(left + " " + 2 * opening, right + " " + 2 * opening))
    assert "discrepancy" not in verdicts(report(opening + left + " " + opening, opening + right + " " + opening))
    assert "discrepancy" not in verdicts(report(left, right))


def test_figures_of_two_places_are_held_to_their_places() -> None:
    found = report(
        "Leeds reported 42 cases of flu and Hull 17 cases of flu.",
        "Leeds reported 17 cases of flu and Hull 42 cases of flu.",
    )
    assert "agreement" not in verdicts(found)


@pytest.mark.parametrize(
    ("left", "right", "met"),
    [
        pytest.param(
            "Mayor Ana Reyes called the captain “reckless and unfit”.",
            "Ms Reyes called him “reckless”.",
            True,
            id="a-word-of-one-speaker",
        ),
        pytest.param(
            "Mayor Ana Reyes called the captain “reckless and unfit”.",
            "Tom Oke called him “reckless”.",
            False,
            id="a-word-of-two-speakers",
        ),
        pytest.param("The “reckless” captain was tried.", "The captain was “reckless”.", False, id="a-word-of-nobody"),
    ],
)
def test_words_in_marks(left: str, right: str, met: bool) -> None:
    assert any("reckless" in text for texts in meetings(report(left, right)) for text in texts) is met


# --- what was said at first ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "told",
    [
        "Early reports said nine miners had died in the blast.",
        "The company at first spoke of nine miners killed in the blast.",
        "Rescuers had earlier said that nine miners were killed in the blast.",
        "The blast killed 11 miners, up from nine earlier in the day.",
        "The death toll in the blast climbed to 11, up from nine.",
        "The death toll in the blast rose from nine to 11.",
        "The blast killed 11 miners, not nine as first reported.",
        "Initially nine miners were said to be dead, but 11 miners died in the blast, officials now say.",
        "Early reports said nine miners had died in the blast. Officials now say it killed 11 miners.",
    ],
)
def test_an_overtaken_figure_is_at_odds_with_nobody(told: str) -> None:
    newer, older = "The blast killed 11 miners, officials said.", "The blast killed nine miners, officials said."
    assert "discrepancy" in verdicts(report(newer, older))
    assert "discrepancy" not in verdicts(report(told, newer)) | verdicts(report(told, older))
    assert "discrepancy" not in verdicts(report(told, newer, older))


def test_an_overtaken_figure_meets_both_those_who_have_it_and_those_who_know_more() -> None:
    told = "Early reports said nine miners had died in the blast."
    assert verdicts(report(told, "The blast killed nine miners.")) == {"agreement"}
    assert verdicts(report(told, "The blast killed 11 miners.")) == {"compatible"}


@pytest.mark.parametrize(
    "told",
    [
        "Police said nine miners had died in the blast.",
        "An earlier blast in the valley scared people; nine miners died in the blast.",
        "The blast killed nine miners earlier this week.",
        "At first it was quiet, but then nine miners died in the blast.",
        "Blasts have killed five miners this year, up from nine last year.",
    ],
)
def test_earlier_is_not_always_overtaken(told: str) -> None:
    assert "overtaken-figure" not in {each.rule for each in report(told, "The blast killed 11 miners.").findings}


@pytest.mark.parametrize(
    ("told", "met"),
    [
        ("The death toll in the blast in the north of the island stands at 11.", True),
        ("The death toll in the blast rose from nine to 11.", True),
        ("The toll of the blast is expected to rise, and 11 boats left for the town.", False),
        ("The toll in the blast rose after 11 helicopters had searched the valley.", False),
    ],
)
def test_a_toll_far_off_tells_what_a_bare_figure_counts(told: str, met: bool) -> None:
    assert bool(meetings(report(told, "The blast killed 11 miners."))) is met

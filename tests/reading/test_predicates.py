"""What those counted did or suffered, told in sentences; what must not be read as theirs comes first."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.models import Document


def predicates(text: str) -> list[tuple[str, ...]]:
    """Return the predicates of the counts of a text, in order."""
    claims = extract(Document(id="a", text=text, source="a", story="s"))
    return [claim.predicate for claim in claims if claim.kind == "count"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The driver, who hit 12 cyclists, was jailed.", [("hit",)], id="what-the-doer-suffered"),
        pytest.param("The blast that injured five sailors happened at noon.", [("injure",)], id="what-happened-when"),
        pytest.param("Divers rescued two sailors and a dog was hurt.", [("rescue",)], id="the-next-clause"),
        pytest.param("Two dead, nine hurt in ferry fire.", [("die",), ("hurt",)], id="its-neighbour's-state"),
        pytest.param("14 wardens, one of whom had resigned, were cleared.", [("clear",), ("resign",)], id="insertion"),
        pytest.param("There were 243 people on the ferry.", [()], id="no-verb-but-being"),
        pytest.param("He faces 8 counts of assault with intent to maim.", [()], id="what-was-intended"),
        pytest.param("Nine counts of assault after a boy was hurt.", [()], id="the-clause-behind-after"),
        pytest.param("The two guards have also said they would flee.", [()], id="what-they-have-said"),
        pytest.param("A fire set by two boys destroyed the barn.", [("set",)], id="behind-a-doer"),
        pytest.param("Tests indicate two boats were leaking.", [("leak",)], id="what-follows-without-that"),
        pytest.param("Ana Roe did two tours, then retired.", [()], id="did"),
        pytest.param(
            "After taking rings worth half as much as 12 cars the thieves fled.", [("take",)], id="subject-behind"
        ),
        pytest.param("Talks between the two towns had failed.", [()], id="the-noun-before-between"),
        pytest.param("In talks between 12 towns, the mayor failed.", [()], id="the-main-clause-behind-a-comma"),
        pytest.param("He served two terms, then fled.", [("serve",)], id="what-followed"),
        pytest.param("The bill gives 12 ships, as opposed to eight.", [("give",), ("give",)], id="opposed"),
        pytest.param("Two guards said that a horse had bolted.", [()], id="what-they-said"),
        pytest.param("Two sailors in a boat that sank were saved.", [("save",)], id="what-another-noun-did"),
        pytest.param("Six oars and 13 fully loaded rifles were found.", [("find",), ("find",)], id="describing"),
        pytest.param("They closed 84 shops in 12 court-ordered raids.", [("close",), ("close",)], id="in-a-compound"),
        pytest.param("A mother of three was robbed.", [()], id="the-noun-before-of"),
        pytest.param("A father of six, I wept.", [()], id="the-main-clause"),
        pytest.param("The town offered cash to 12 farmers whose hens died.", [("offer",)], id="what-was-theirs"),
        pytest.param("Tests showed that seven boats leaked.", [("leak",)], id="that-they-did"),
        pytest.param("The mayor barred six ships for two weeks from entering.", [("bar",)], id="from-doing"),
        pytest.param("In a police raid 12 nuns were hurt.", [("hurt",)], id="a-noun-behind-police"),
        pytest.param("He has two wins 12 losses.", [(), ()], id="a-plural-before-a-figure"),
        pytest.param("Ten sailors danced, said one guard who fled.", [("dance",), ("flee",)], id="said"),
    ],
)
def test_what_is_another_s_stays_out(text: str, told: list[tuple[str, ...]]) -> None:
    assert predicates(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Police arrested 14 sailors.", [("arrest",)], id="object"),
        pytest.param("Police arrest 14 in Leeds.", [("arrest",)], id="police-in-the-present"),
        pytest.param("Bus crash kills 14, wounds 12.", [("kill",), ("wound",)], id="a-verb-like-a-plural"),
        pytest.param("Two sailors were promoted.", [("promote",)], id="subject"),
        pytest.param("One nun and four monks were robbed.", [("rob",), ("rob",)], id="coordinated"),
        pytest.param("Nine oars, a sail and 13 ropes were seized.", [("seize",), ("seize",)], id="list"),
        pytest.param("Thirteen sailors, including the captain, are dead.", [("die",)], id="over-an-insertion"),
        pytest.param("The storm left 12 sailors dead.", [("leave", "die")], id="left-dead"),
        pytest.param("Two sailors are in critical condition.", [("critical",)], id="condition"),
        pytest.param("The death toll rose to 12.", [("rise", "die")], id="toll"),
        pytest.param("At least 23 sailors lost their lives.", [("lose", "die")], id="lives"),
        pytest.param("The clinic treated four sailors who were hurt.", [("treat", "hurt")], id="relative-clause"),
        pytest.param("The seized arms included two rifles.", [("seize",)], id="included"),
        pytest.param("The ward has two in critical condition.", [("critical",)], id="had-in-a-state"),
        pytest.param("They sank six boats, a ferry and 13 rafts.", [("sink",), ("sink",)], id="list-of-objects"),
        pytest.param("Two sailors – Ana Roe and Jan Doe – were fined.", [("fine",)], id="over-dashes"),
        pytest.param("Besides those killed, in Leeds 14 sailors were hurt.", [("hurt",)], id="with-a-helping-verb"),
        pytest.param("Police identified two nuns killed at sea.", [("identify", "kill")], id="object-that-suffered"),
        pytest.param("Eight nuns, said the mayor, are hurt.", [("hurt",)], id="over-who-said-so"),
        pytest.param("There were four injured nuns.", [("injure",)], id="participle-of-the-noun"),
        pytest.param("Two guards have reportedly cost the town its bridge.", [("cost",)], id="behind-an-adverb"),
        pytest.param("Three guards were fatally wounded at sea.", [("die", "wound")], id="fatally"),
        pytest.param("Raiders (12 of them nuns) surrendered.", [("surrender",)], id="in-brackets"),
        pytest.param("They brought charges against two nuns.", [("charge",)], id="brought-charges"),
        pytest.param("A probe into the conduct of 14 nuns began.", [("investigate",)], id="into-their-conduct"),
        pytest.param("14 nuns are under investigation.", [("investigate",)], id="under-investigation"),
        pytest.param("They rushed two nuns to a hospital.", [("rush", "hospitalise")], id="where-they-were-taken"),
        pytest.param("The flood claimed 12 lives.", [("die",)], id="claimed-lives"),
        pytest.param("The food made 12 nuns ill.", [("make", "sicken")], id="made-ill"),
        pytest.param("12 nuns were driven from their homes.", [("drive", "displace")], id="from-their-homes"),
        pytest.param("They lost the sale of 12 ships.", [("sell",)], id="noun-of-a-deed"),
        pytest.param("Police took 14 sailors into custody.", [("take", "arrest")], id="into-custody"),
        pytest.param("The seized arms included oars, ropes and two rifles.", [("seize",)], id="included-in-a-list"),
        pytest.param("The killing of four armed monks shocked them.", [("kill",)], id="told-by-a-noun"),
        pytest.param("Police arrested a total of 14 sailors.", [("arrest",)], id="as-a-group"),
        pytest.param("Gunmen opened fire on seven sailors.", [("shoot",)], id="verb-with-noun"),
        pytest.param("Three divers suffered minor injuries.", [("injure",)], id="suffered-injuries"),
        pytest.param("Three divers suffered from an apparent stab wound.", [("stab",)], id="suffered-a-wound"),
        pytest.param("Three divers sustained fatal burns.", [("die",)], id="sustained-fatal-burns"),
        pytest.param("Three divers sustained non-fatal burns.", [("injure",)], id="sustained-non-fatal-burns"),
        pytest.param("Three divers suffered no injuries.", [("suffer",), ("suffer",)], id="suffered-no-injuries"),
        pytest.param("Three divers received care for injuries.", [("receive",)], id="received-care"),
        pytest.param("The 23 raiders and their boats were seized.", [("seize",)], id="in-common"),
        pytest.param("They broke in, shoot four guards and flee.", [("shoot",)], id="bare-behind-a-comma"),
        pytest.param("Among those robbed were two nuns.", [("rob",)], id="inverted"),
        pytest.param("They were the only three guards to resign.", [("resign",)], id="to-do"),
        pytest.param("Police are seeking two sailors.", [("seek",)], id="progressive"),
        pytest.param("The race gave him 12 points.", [("give",)], id="over-a-pronoun"),
        pytest.param("Four shot dead in harbour bar.", [("shoot", "die")], id="shot-dead"),
    ],
)
def test_what_is_told_of_those_counted(text: str, told: list[tuple[str, ...]]) -> None:
    assert predicates(text) == told

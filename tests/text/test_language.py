"""Articles in other languages are known; what is short, or no prose, is taken for English."""

from __future__ import annotations

import pytest

from factcheck.text.language import is_english

ENGLISH = "The mayor said on Friday that 14 divers had been sent to the wreck, and that two of them were still there. "
TABLE = "Reyes 14 6-2 Okafor 12 4-6 Lindqvist 9 7-5 Moreau 3 "
OTHERS = {
    "Danish": "Borgmesteren sagde fredag, at 14 dykkere er blevet sendt til vraget, og at to af dem ikke er på land. ",
    "Dutch": "De burgemeester zei vrijdag dat 14 duikers naar het wrak zijn gestuurd en dat twee van hen er nog zijn. ",
    "French": "Le maire a dit vendredi que 14 plongeurs ont été envoyés sur l'épave et que deux sont dans la mer. ",
    "German": "Der Bürgermeister sagte heute, daß 14 Taucher zu dem Wrack geschickt und zwei nicht gerettet sind. ",
    "Greek": "Ο δήμαρχος είπε την Παρασκευή ότι 14 δύτες στάλθηκαν στο ναυάγιο και ότι δύο είναι ακόμη εκεί. ",
    "Spanish": "El alcalde dijo hoy que 14 buzos fueron enviados a los restos y que dos de ellos no han vuelto. ",
}


@pytest.mark.parametrize("text", ["", "14", ENGLISH, ENGLISH * 20, TABLE * 20, OTHERS["French"]], ids=len)
def test_english_tables_and_short_texts_are_read(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_another_language_is_known(text: str) -> None:
    assert not is_english(text * 10)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_an_english_article_may_quote_it(text: str) -> None:
    assert is_english(ENGLISH * 10 + text * 2)

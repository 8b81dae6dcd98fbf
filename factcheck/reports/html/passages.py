"""A claim as a passage: in its paragraph or its sentence, the words marked in which it differs from another."""

from __future__ import annotations

from ...claims.base import Claim
from ...models import Modifier
from ...text.differing import differing
from ..edition import Edition
from ..meaning import sense
from .views import Piece, Quoted
from .wording import day, head, readable, tail

AROUND = 320  # characters of the paragraph that are shown on either side of a sentence
REACH = 160  # characters of the sentence itself, where only that is shown
CELL = 64  # characters of a claim in a cell of the matrix


def quoted(edition: Edition, claim: Claim, mark: str, other: Claim | None, *, whole: bool) -> Quoted:
    """Return a claim as a passage: in its paragraph where the whole is wanted, else in its sentence."""
    passage = edition.passage(claim)
    inside = max(0, claim.start - claim.sentence.start)
    behind = max(0, claim.sentence.end - claim.end)
    cut = max(0, len(passage.before) - inside)
    lead, before = passage.before[:cut], passage.before[cut:]
    after, trail = passage.after[:behind], passage.after[behind:]
    if not whole:
        lead = trail = ""
    reach = AROUND if whole else REACH
    document = edition.documents.get(claim.document)
    return Quoted(
        anchor=mark,
        lead=_spaced(tail(lead, AROUND)) if len(before) <= AROUND else "",
        before=_spaced(tail(before, reach)),
        words=pieces(claim, other),
        after=_spaced(head(after, reach)),
        trail=_spaced(head(trail, AROUND)) if len(after) <= AROUND else "",
        source=readable(document.source if document else claim.document),
        day=day(document.published if document else None),
        draft=claim.document in edition.drafts,
        place=place(edition, claim),
        speaker=_speaker(claim),
        read_as=_read_as(claim) if whole or other else "",
    )


def pieces(claim: Claim, other: Claim | None) -> tuple[Piece, ...]:
    """Return the words of a claim, those marked that another claim does not have, or its modifiers."""
    words = readable(claim.text)
    if other is None or type(claim.value) is not type(other.value):
        return (Piece(words, False),)
    stretches = differing(words, readable(other.text)) or _modifiers(words, claim, other)
    return tuple(_cut(words, stretches))


def _modifiers(words: str, claim: Claim, other: Claim) -> list[tuple[int, int]]:
    """Return where the modifiers stand that the other claim does not have."""
    shared = {modifier.canonical for modifier in other.modifiers}
    own = (readable(m.surface) for m in claim.modifiers if m.canonical not in shared)
    starts = ((words.find(surface), surface) for surface in own)
    return sorted((start, start + len(surface)) for start, surface in starts if start >= 0)


def _cut(words: str, stretches: list[tuple[int, int]]) -> list[Piece]:
    cut, done = [], 0
    for start, end in stretches:
        if start >= done:
            cut += [Piece(words[done:start], False), Piece(words[start:end], True)]
            done = end
    return [piece for piece in (*cut, Piece(words[done:], False)) if piece.text]


def in_cell(display: str, words: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return what a cell shows of a variant: a short one whole, of a long one the words around what differs first."""
    if len(display) <= CELL:
        return (Piece(display, False),)
    at = next((number for number, piece in enumerate(words) if piece.differs), None)
    if at is None:
        return (Piece(head(display, CELL), False),)
    telling = head(words[at].text, CELL // 2)
    before = "".join(piece.text for piece in words[:at])
    after = "".join(piece.text for piece in words[at + 1 :])
    room = (CELL - len(telling)) // 2
    shown = (Piece(tail(before, room), False), Piece(telling, True), Piece(head(after, room), False))
    return tuple(piece for piece in shown if piece.text)


def place(edition: Edition, claim: Claim) -> str:
    """Return where a claim stands, as file:line:column; and whether its article is not there to be quoted."""
    gone = "" if claim.document in edition.texts else " · article not at hand"
    return f"{readable(edition.names.get(claim.document, claim.document))}:{claim.line}:{claim.column}{gone}"


def _spaced(text: str) -> str:
    """Return readable text with a space at each end that had white space."""
    words = readable(text)
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"


def _speaker(claim: Claim) -> str:
    """Return who says it, and by which word: Sadiq Khan (“said”)."""
    told = claim.attribution
    if told is None:
        return ""
    cue = f" (“{readable(told.cue)}”)" if told.cue else ""
    return f"{readable(told.speaker)}{cue}"


def _read_as(claim: Claim) -> str:
    """Return what was read: the value in words, then each modifier as printed with what it does."""
    told = [readable(sense(claim.value)), *map(_modifier, claim.modifiers)]
    return " · ".join(filter(None, told))


def _modifier(modifier: Modifier) -> str:
    """Return what a word around a value does to it."""
    words = f"“{readable(modifier.surface)}”"
    if modifier.type == "approximator":
        return f"{words}: {modifier.class_.replace('-', ' ')}" if modifier.class_ else words
    return f"hedged: {words}" if modifier.type == "hedge" else f"denied: {words}"

"""The types that travel from reading to report; every one is frozen and refuses unknown fields."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache, lru_cache
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

Zone = Literal["headline", "body", "heading", "related", "caption", "notice"]
Verdict = Literal["agreement", "compatible", "discrepancy"]
Severity = Literal["error", "warning", "info"]
Approximation = Literal[
    "below", "above", "around", "at-least", "more-than", "at-most", "less-than",
    "before", "after", "start", "mid", "end",
]  # fmt: skip

Sort = Literal["approximator", "hedge", "negation"]  # of a modifier


def content_id(*parts: str, length: int = 8) -> str:
    """Return a short hexadecimal id that depends on the parts alone.

    >>> content_id("a", "b") == content_id("a", "b") != content_id("ab", "")
    True
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


_put = object.__setattr__  # which a frozen model leaves to nobody else


class Frozen(BaseModel):
    """Base of all models: immutable, closed, JSON field names by alias."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @classmethod
    def trusting(cls, **fields: object) -> Self:
        """Return the model of fields that are right: all of them, in their order, of their types; none is looked at.

        For what is built by the thousand from values of our own, which costs a third of validating them.

        >>> Span.trusting(start=3, end=5) == Span(start=3, end=5)
        True
        """
        made = cls.__new__(cls)
        _put(made, "__dict__", fields)
        _put(made, "__pydantic_fields_set__", _told(cls))
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made


@cache
def _told(model: type[Frozen]) -> set[str]:
    """Return the names of the fields of a model, one set for all of its instances, which change none."""
    return set(model.model_fields)


class Span(Frozen):
    """A half-open range of Unicode code points in the text of one document."""

    start: int
    end: int


class Document(Frozen):
    """One article: its text as the file has it, and what is known about it.

    `published` is the calendar day of publication, or None where nobody says so; `story` names the
    story the document belongs to, or is None where it has to be found.
    """

    id: str
    text: str
    path: str | None = None
    source: str
    title: str | None = None
    published: dt.date | None = None
    story: str | None = None


class Modifier(Frozen):
    """A word that changes a value (approximator), weakens commitment (hedge) or denies (negation)."""

    type: Sort
    class_: Approximation | None = Field(default=None, alias="class")
    surface: str
    canonical: str


@lru_cache(maxsize=1 << 10)
def modifier(sort: Sort, surface: str, canonical: str, class_: Approximation | None = None) -> Modifier:
    """Return a modifier; the same few come again and again, and can be shared since none ever changes."""
    return Modifier(type=sort, class_=class_, surface=surface, canonical=canonical)


class Attribution(Frozen):
    """Who says it: the speaker by name, the word that introduces the speech, and where the speaker is printed.

    The offsets are those of the name or the pronoun ("she") beside the words; absent where neither stands there.
    """

    speaker: str
    cue: str
    start: int | None = None
    end: int | None = None

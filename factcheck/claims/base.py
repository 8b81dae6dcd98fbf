"""What every kind of claim has in common: the claim, its value, and the protocol of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Protocol

from pydantic import BeforeValidator, SerializeAsAny

from ..models import Attribution, Document, Frozen, Modifier, Span, Zone


class Value(Frozen):
    """Base of the values that claims carry; `type` tells which model reads it back."""

    type: str
    registry: ClassVar[dict[str, type[Value]]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        Value.registry[str(cls.model_fields["type"].default)] = cls


def _revive(raw: object) -> object:
    """Return the value model that a plain mapping names by `type`; anything else as it is."""
    if isinstance(raw, dict) and raw.get("type") in Value.registry:
        return Value.registry[raw["type"]].model_validate(raw)
    return raw


AnyValue = Annotated[SerializeAsAny[Value], BeforeValidator(_revive)]


class Claim(Frozen):
    """One checkable statement in one document.

    Offsets are Unicode code points of the document's text, half-open; `line` and `column` count
    from 1. `subject` is the canonical noun that is counted, dated or measured, None if unknown;
    `predicate` holds the stems of what it did or suffered.
    """

    id: str
    document: str
    kind: str
    text: str
    start: int
    end: int
    line: int
    column: int
    sentence: Span
    zone: Zone
    subject: str | None
    predicate: tuple[str, ...]
    value: AnyValue
    modifiers: tuple[Modifier, ...] = ()
    attribution: Attribution | None = None

"""What every value has in common, and the form in which kinds report measurements of two values."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Generic, Literal, TypeAlias, TypeVar

from pydantic import BeforeValidator, SerializeAsAny

from ..models import Frozen

ValueModel: TypeAlias = "type[Value]"


class Value(Frozen):
    """Base of the values that claims carry; `type` tells which model reads it back."""

    type: str
    registry: ClassVar[dict[str, ValueModel]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        Value.registry[str(cls.model_fields["type"].default)] = cls


def _revive(raw: object) -> object:
    """Return the value model that a plain mapping names by `type`; anything else as it is."""
    if isinstance(raw, dict) and raw.get("type") in Value.registry:
        return Value.registry[raw["type"]].model_validate(raw)
    return raw


AnyValue = Annotated[SerializeAsAny[Value], BeforeValidator(_revive)]

Side = TypeVar("Side")


class Sides(Frozen, Generic[Side]):
    """One measurement of each claim of a pair."""

    left: Side
    right: Side


class Measurements(Frozen):
    """Base of what a kind measures between two claims: a closed vocabulary for its rules.

    A field is a Literal, a bool, a `Decimal | None` or `Sides` of a Literal; rule files name the
    fields with hyphens for underscores. `told` compares the days of publication, `days_apart` counts them, and
    `draft` says which claim is of the draft that is held against sources, `overtaken` which claim its own writer
    tells as what was said at first, and `replaced` which claim is the 12 of the other's "rose from 12 to 14".
    `sentence` tells whether both stand at one place of a sentence that two documents tell in the same words. The kind
    knows no documents, so whoever judges fills these in.
    """

    told: Literal["same-day", "left-first", "right-first", "unknown"] = "unknown"
    days_apart: Decimal | None = None
    draft: Literal["left", "right", "both", "none"] = "none"
    overtaken: Literal["left", "right", "both", "none"] = "none"
    replaced: Literal["left", "right", "both", "none"] = "none"
    sentence: Literal["same", "other"] = "other"

"""Numbers with a power behind them: 4e14 · 2^10 · 6.2x10^3 · 5×10-4 · 10⁶."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ...text.tokens import Token, touches
from .form import LONGEST, lower_at

_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_RAISED = str.maketrans(_RAISED_DIGITS, "0123456789-")


def powered(tokens: Sequence[Token], at: int, value: Decimal) -> tuple[Decimal, int] | None:
    """Return value and end of a number with a power: 4e14 · 2^10 · 6.2x10^3 · 5×10-4 · 10⁶."""
    sign = lower_at(tokens, at)
    if sign == "e" and touches(tokens, at):
        return _raised(tokens, at + 1, value, Decimal(10))
    if sign == "^" and touches(tokens, at):
        return _raised(tokens, at + 1, Decimal(1), value)
    if is_raised(tokens, at):
        return _raised(tokens, at, Decimal(1), value) if value == 10 else None
    if sign not in ("x", "×", "*") or lower_at(tokens, at + 1) not in ("10", "2"):
        return None
    base = Decimal(tokens[at + 1].text)
    if lower_at(tokens, at + 2) == "^":
        return _raised(tokens, at + 3, value, base)
    signed = lower_at(tokens, at + 2) in ("-", "−") and touches(tokens, at + 2)
    return _raised(tokens, at + 2, value, base) if (signed and base == 10) or is_raised(tokens, at + 2) else None


def is_raised(tokens: Sequence[Token], at: int) -> bool:
    """Return whether small raised digits or their minus touch what stands before a place: 10⁶, 10⁻³."""
    return touches(tokens, at) and tokens[at].text[0] in _RAISED_DIGITS


def _raised(tokens: Sequence[Token], at: int, value: Decimal, base: Decimal) -> tuple[Decimal, int] | None:
    """Return value times base to the whole power at a place, and where the power ends."""
    negative = lower_at(tokens, at) in ("-", "−", "⁻") and touches(tokens, at)
    place = at + 1 if negative or lower_at(tokens, at) == "+" else at
    power = lower_at(tokens, place).translate(_RAISED)
    if not power.isdecimal() or not touches(tokens, place) or len(power) > 2 or int(power) > LONGEST or not base:
        return None
    return value * base ** (-int(power) if negative else int(power)), place + 1

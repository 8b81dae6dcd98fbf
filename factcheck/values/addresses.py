"""Street addresses, and how two of them lie to each other."""

from __future__ import annotations

from typing import Literal

from .base import Value
from .names import is_slip

AddressRelation = Literal["same", "inside", "number", "way", "spelling", "elsewhere"]
BLOCK = 100  # house numbers


class Address(Value):
    """A house or a block of houses on a street.

    `street` is its name in lower case; `way` says what it is (street, avenue), `side` which end of it (n, sw);
    both are empty where they are not printed.
    """

    type: Literal["address"] = "address"
    number: str
    block: bool = False
    street: str
    way: str = ""
    side: str = ""
    literal: str


def relate_addresses(left: Address, right: Address) -> AddressRelation:
    """Return how two addresses lie to each other.

    "inside" is a house in its block; "number" another house on the same street, "way" the same number of a street
    with another ending (Mill Street, Mill Lane), "spelling" of a name that differs by a slip of the pen.

    >>> house = Address(number="1417", street="mill", way="street", literal="1417 Mill Street")
    >>> relate_addresses(house, Address(number="1400", block=True, street="mill", literal="1400 block of Mill"))
    'inside'
    """
    numbers = _relate_numbers(left, right)
    if left.side and right.side and left.side != right.side:
        return "elsewhere"
    if left.street != right.street:
        slipped = numbers == "same" and _same_way(left, right) and is_slip(left.street, right.street)
        return "spelling" if slipped else "elsewhere"
    if not _same_way(left, right):
        return "elsewhere" if numbers == "number" else "way"
    return numbers


def _same_way(left: Address, right: Address) -> bool:
    return not (left.way and right.way) or left.way == right.way


def _relate_numbers(left: Address, right: Address) -> Literal["same", "inside", "number"]:
    if left.block == right.block:
        return "same" if left.number == right.number else "number"
    return "inside" if int(left.number) // BLOCK == int(right.number) // BLOCK else "number"

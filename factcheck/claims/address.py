"""Street addresses: "833 Mill Street", "the 1400 block of North Mill Avenue"."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.places.streets import addresses
from ..values.addresses import Address, AddressRelation, relate_addresses
from ..values.base import Measurements
from .base import Claim
from .kind import Kind
from .passage import Passage


class AddressMeasurements(Measurements):
    """What can be said of two addresses: one "number" on a street or another, a house "inside" its block."""

    address: AddressRelation


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the addresses of a passage; the subject is the name of the street."""
    if not passage.figured:
        return
    for told in addresses(passage.tokens):
        value = Address(
            number=told.number,
            block=told.block,
            street=told.street,
            way=told.way,
            side=told.side,
            literal=passage.text(told.first, told.last),
        )
        predicate = passage.predicate(told.first, told.last)
        yield passage.claim("address", value, told.first, told.last, subject=told.street, predicate=predicate)


def address_of(claim: Claim) -> Address:
    """Return the address that a claim carries."""
    if not isinstance(claim.value, Address):
        raise TypeError(f"{claim.kind} carries no address")
    return claim.value


def measure(left: Claim, right: Claim) -> AddressMeasurements:
    """Return the measurements between two addresses."""
    return AddressMeasurements(address=relate_addresses(address_of(left), address_of(right)))


def display(claim: Claim) -> str:
    """Return the address as a table cell prints it."""
    return address_of(claim).literal


def sign(claim: Claim) -> str:
    """Return number and street, its ending and its side; what is not printed is told by comparing."""
    value = address_of(claim)
    return f"{value.number}{' block' * value.block} {value.street}|{value.way}|{value.side}"


KIND = Kind("address", 8, extract, AddressMeasurements, measure, display, sign)

"""Files and places of SARIF: relative, percent-encoded addresses, regions in UTF-16 units."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from urllib.parse import quote

from ...claims.base import Claim
from ..annotations import said_by, tidy
from ..edition import Edition
from ..position import Region
from .messages import plain

ROOT = "SRCROOT"  # the folder in which the check ran
_DRIVE = re.compile(r"[A-Za-z]:/")
Json = dict[str, Any]


def located(path: str) -> Json:
    """Return where a file is: from where the check ran, unless it was named by its whole path.

    >>> located("./wires/50% down: one.txt")
    {'uri': 'wires/50%25%20down%3A%20one.txt', 'uriBaseId': 'SRCROOT'}
    >>> located("/wires/one.txt")
    {'uri': 'file:///wires/one.txt'}
    """
    raw = tidy(path).encode("utf-8", "surrogatepass")
    if _DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{quote(raw[2:])}"}
    if path.startswith("/"):
        return {"uri": f"file:///{quote(raw.lstrip(b'/'))}"}
    return {"uri": quote(raw), "uriBaseId": ROOT}


def artifacts(edition: Edition) -> list[Json]:
    """Return the files that were checked, in order of their names.

    The hash is of the text, without a byte order mark, and so no hash of the file as SARIF means it.
    """
    documents = edition.report.documents
    uses = Counter(document.path for document in documents)
    files: dict[str, Json] = {}
    for document in documents:
        if document.path is None or document.path in files:
            continue
        alone = uses[document.path] == 1 and document.path == document.id
        about = {"source": document.source, "textSha256": document.text_sha256}
        files[document.path] = {
            "location": located(document.path),
            "roles": ["analysisTarget"],
            "properties": about if alone else {"articles": uses[document.path]},
        }
    ordered = sorted(files.values(), key=lambda file: file["location"]["uri"])
    return list({file["location"]["uri"]: file for file in ordered}.values())


def location(edition: Edition, claim: Claim, files: dict[str, int], number: int | None = None) -> Json:
    """Return where a claim stands: its file and region; of one of many articles in a file, the article.

    With a number it is a related location, which says what its source says.
    """
    document = edition.documents.get(claim.document)
    path = document.path if document else None
    place: Json = {} if number is None else {"id": number}
    if path:
        file = located(path)
        place["physicalLocation"] = {
            "artifactLocation": file | {"index": files[file["uri"]]},
            **_regions(edition, claim),
        }
    if path != claim.document:
        place["logicalLocations"] = [{"fullyQualifiedName": claim.document, "kind": "article"}]
    if number is not None:
        place["message"] = {"text": plain(said_by(edition, claim))}
    return place


def _regions(edition: Edition, claim: Claim) -> Json:
    """Return the region of a claim and, as context, that of its sentence; of a text that is not at hand, the line."""
    region = _region(edition.region(claim), claim.text)
    if region is None:
        return {}
    around, text = edition.surroundings(claim)
    context = _region(around, text)
    return {"region": region, **({"contextRegion": context} if context != region else {})}


def _region(region: Region, text: str) -> Json | None:
    if region.start and region.end:
        return {
            "startLine": region.start.line,
            "startColumn": region.start.column_utf16,
            "endLine": region.end.line,
            "endColumn": region.end.column_utf16,
            "snippet": {"text": text},
        }
    return {"startLine": region.line, "snippet": {"text": text}} if region.line else None

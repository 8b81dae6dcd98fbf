"""Results that a check wrote as JSON, taken up again, with the articles they are about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UnreadableInput

if TYPE_CHECKING:
    from ..findings import Report
    from ..models import Document


def taken_up(path: Path) -> tuple[Report, tuple[Document, ...]]:
    """Return a report as it was written, and those of its articles that have not changed since.

    Raises UnreadableInput for what is no report.
    """
    import hashlib

    from ..claims import kinds
    from ..findings import Report
    from ..readers import read

    kinds()  # each kind registers the values it carries
    try:
        report = Report.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise UnreadableInput(str(path), "is no JSON report of “factcheck check”") from error
    texts = {document.id: document.text_sha256 for document in report.documents}
    found = read([p for p in dict.fromkeys(d.path for d in report.documents) if p and Path(p).is_file()]).documents
    same = (d for d in found if hashlib.sha256(d.text.encode()).hexdigest() == texts.get(d.id))
    return report, tuple(same)

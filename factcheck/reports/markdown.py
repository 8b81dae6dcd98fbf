"""Report -> Markdown for a step summary, a comment on a merge request, a chat: the gravest first, and cut short.

Words of articles stay words: no link, image, mention, reference, emoji, table or heading can be made with them, on
GitHub and on GitLab. Both link some words of plain text whatever is escaped, so an invisible space parts those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim
from .cases import Case
from .chapters import MARKS, Chapter, chapters, totals
from .columns import APART, counted, head, printable
from .edition import Edition
from .sheet import MARKED, passage

ROOM = 60_000  # characters: a comment on GitHub takes 65,536, a step summary 1 MiB
TABLE = 12_000  # of those, for the table of one story
LABEL, CELL, PASSAGE = 100, 60, 300  # columns
FAILURES = 20  # that are told each
SIDES = 6  # variants of one fact that are spelt out
_ESCAPED = re.compile(r"[\\`*_{}\[\]<>~|&$#+=!^]")
_PIECE = re.compile(f"({MARKED.pattern})")
_OPENING = re.compile(r"^(\s*\d*)([-:.)])")  # what begins a list, or the rule of a table
# @name · #1, ~label, %2 · !2, $3, &4 · GH-1 · https:// · www. · mailto: · :tada: · 3768174ab
_LINKED = re.compile(
    r"(?<=@)(?=\S)|(?<=[#~%])(?=[\w\"])|(?<=[!$&])(?=\d)|(?<=\bgh-)(?=\d)|(?<=/)(?=/)|(?<=\bwww)(?=\.)"
    r"|(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:)|(?<=:)(?=[a-z0-9+_-]+:)"
    r"|(?<=\b[0-9a-f])(?=[0-9a-f]{6,63}\b)(?=\d*[a-f])",
    re.IGNORECASE,
)


def render(edition: Edition) -> str:
    """Return a heading with counts, and for each story its table and its cases, as far as there is room."""
    text, left_out = _opening(edition), 0
    for chapter in chapters(edition):
        for case, block in _chapter(edition, chapter):
            if left_out or len(text) + len(block) > ROOM:
                left_out += len(case.findings) if case else 0
            else:
                text += f"\n{block}\n"
    return text + (
        f"\n… and {counted(left_out, 'finding')} more, for which there is no room here\n" if left_out else ""
    )


def words(text: str) -> str:
    """Return text on one line that Markdown shows as it is.

    >>> words("*14* officers, said @met <b>")
    '\\\\*14\\\\* officers, said @\\u200bmet \\\\<b\\\\>'
    """
    line = _ESCAPED.sub(r"\\\g<0>", _LINKED.sub(APART, printable(text)))
    return _OPENING.sub(r"\1\\\2", line)


def _opening(edition: Edition) -> str:
    """Return the heading, the counts, and what could not be done."""
    found = edition.report.summary.discrepancy
    failures = edition.report.failures
    lines = [f"## factcheck: {counted(found, 'discrepancy')}", "", " · ".join(map(words, totals(edition)))]
    for failure in failures[:FAILURES]:
        lines += [
            "",
            f"**failed** {_short(failure.document)}: {words(head(failure.message, PASSAGE))} ({failure.stage})",
        ]
    if len(failures) > FAILURES:
        lines += ["", f"… and {counted(len(failures) - FAILURES, 'failure')} more"]
    return "\n".join(lines) + "\n"


def _chapter(edition: Edition, chapter: Chapter) -> Iterator[tuple[Case | None, str]]:
    """Yield the blocks of one story, with the case that a block tells: the heading and the table, then each case."""
    lines = [f"### {_short(chapter.heading)}", ""] if chapter.heading else []
    lines += _table(chapter)
    if chapter.rest:
        lines += ["", f"… and {chapter.rest}"]
    yield None, "\n".join(lines)
    for case in chapter.cases:
        yield case, "\n".join(_case(edition, case))


def _table(chapter: Chapter) -> Iterator[str]:
    """Yield the lines of the table facts × sources, as many as there is room for."""
    board, used = chapter.board, 0
    if not board.facts:
        return
    yield _row("", "fact", *map(_short, board.sources))
    yield _row(*["---"] * (len(board.sources) + 2))
    for number, fact in enumerate(board.facts):
        cells = (words(head(printable(cell), CELL)) or "·" for cell in chapter.cells(fact))
        line = _row(MARKS[fact.verdict], _short(chapter.label(fact)), *cells)
        used += len(line)
        if used > TABLE:
            yield _row("", f"… and {counted(len(board.facts) - number, 'fact')} more", *[""] * len(board.sources))
            return
        yield line


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _case(edition: Edition, case: Case) -> Iterator[str]:
    """Yield the lines of one case: what it is about, the findings, the passages as quotes, why."""
    yield f"#### {MARKS[case.verdict]} {_short(case.label)}"
    yield ""
    for (rule, severity), ids in case.rules().items():
        more = f" +{len(ids) - 1}" if len(ids) > 1 else ""
        yield f"{case.verdict} · **{severity}** · {_code(rule)} · {_code(ids[0])}{more}  "
    for claim, side, other in case.told():
        if side < SIDES:
            yield from ("", f"> {_source(edition, claim)}  ", f"> {_marked(passage(edition, claim, other, PASSAGE))}")
    if len(case.sides) > SIDES:
        yield from ("", f"… and {len(case.sides) - SIDES} more variants")
    yield ""
    yield from (f"{words(head(printable(why), PASSAGE * 2))}  " for why in case.reasons())


def _source(edition: Edition, claim: Claim) -> str:
    """Return who prints a passage, and where."""
    document = edition.documents.get(claim.document)
    source = f"**{_short(document.source)}** · " if document and document.source.strip() else ""
    speaker = f" · — {_short(claim.attribution.speaker)}" if claim.attribution else ""
    return f"{source}{_short(claim.document)}:{claim.line}:{claim.column}{speaker}"


def _marked(line: str) -> str:
    """Return a passage with its marked words in bold."""
    pieces = (f"**{words(piece[1:-1])}**" if MARKED.fullmatch(piece) else words(piece) for piece in _PIECE.split(line))
    return "".join(pieces)


def _short(text: str) -> str:
    """Return the beginning of a text, as words."""
    return words(head(printable(text).strip(), LABEL))


def _code(id: str) -> str:
    """Return an id as code, which nothing inside it ends."""
    return f"`{head(printable(id), LABEL).replace('`', APART)}`"

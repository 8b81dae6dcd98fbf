"""A rule to begin with: every key, every measurement it may ask, and examples to be replaced."""

from __future__ import annotations

import re

from .conditions import Term, Vocabulary
from .rules import PLACEHOLDERS, Scope

_QUOTED = re.compile(r"`([^`]*)`")
LAST = ("told", "days-apart", "draft", "overtaken", "replaced")  # of every kind, and seldom what a rule begins with
_ASKS = {
    "flag": "true or false",
    "between": "{at-least: 1, at-most: 5}, or one of the two",
}
_SOURCES = {"pair": "{left.source} says “{left.text}”; {right.source} says “{right.text}”"}
_EXAMPLES: dict[Scope, tuple[str, str]] = {
    "pair": (
        '{left: "What one source prints.", right: "What the other prints.", expect: discrepancy}',
        '{left: "What one source prints.", right: "The same in other words.", expect: agreement}',
    ),
    "claim": ('{text: "A sentence at fault.", expect: discrepancy}', '{text: "A sound sentence.", expect: silent}'),
    "document": ('{text: "An article at fault.", expect: discrepancy}', '{text: "A sound article.", expect: silent}'),
    "fact": (
        '{texts: ["What one source prints.", "What the other prints."], expect: discrepancy}',
        '{texts: ["What one source prints."], expect: silent}',
    ),
}


def stub(kind: str, id: str, scope: Scope, terms: Vocabulary, about: str = "") -> str:
    """Return a rule file with one rule to fill in; it loads, and its examples fail until they are replaced.

    `about` tells what the measurements mean.
    """
    asked, *others = sorted(terms.items(), key=lambda term: term[0] in LAST)
    message = _SOURCES.get(scope, "{source} says “{text}”")
    lines = [
        f"# {kind}: rules of our own. Try them: factcheck rules test --rules FOLDER",
        f"kind: {kind}",
        "rules:",
        f"  - id: {id}",
        "    title: What the rule finds, in one line",
        *([f"    scope: {scope}"] if scope != "pair" else []),
        "    verdict: discrepancy  # agreement, compatible or discrepancy",
        "    severity: warning  # error, warning or info",
        *(f"    # {line.strip()}" for line in _QUOTED.sub(r"“\1”", about).strip().splitlines() if line.strip()),
        "    when:  # all must hold; take away what you do not ask, uncomment what you do",
        f"      {asked[0]}: {_first(asked[1])}  # {_asks(asked[1])}",
        *(f"      # {name}: {_asks(term)}" for name, term in others),
        f"    # placeholders: {', '.join(f'{{{name}}}' for name in PLACEHOLDERS[scope])}",
        f'    message: "{message}"',
        "    why: >",
        "      The reason, as your style guide gives it.",
        "    source: our style guide",
        "    examples:  # one at least gets the verdict of the rule, one at least another",
        *(f"      - {example}" for example in _EXAMPLES[scope]),
    ]
    return "\n".join(lines) + "\n"


def _first(term: Term) -> str:
    """Return a condition that loads."""
    return term.words[0] if term.words else "true" if term.form == "flag" else "{at-least: 1}"


def _asks(term: Term) -> str:
    """Return what may be asked of a measurement.

    >>> _asks(Term("gap", "between")), _asks(Term("literal", "one-of", ("equal", "different")))
    ('{at-least: 1, at-most: 5}, or one of the two', 'equal or different; one or a [list]')
    """
    if not term.words:
        return _ASKS[term.form]
    listed = " or ".join((", ".join(term.words[:-1]), term.words[-1])) if len(term.words) > 1 else term.words[0]
    return f"{listed}; one or a [list]" + ("; or {left: …, right: …}" if term.form == "on-sides" else "")

"""Descriptors of SARIF: what the rules that found something say, and what may fail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ...findings import Finding
from ...judge.rules import ANY, Example, Rule
from ..annotations import STAGES, title
from ..edition import Edition
from ..markdown import words
from .messages import plain

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_WORD = re.compile(r"[^\W_]+")
Json = dict[str, Any]


def descriptor(edition: Edition, finding: Finding) -> Json:
    """Return the rule of a finding; where the rule is not at hand, what the finding tells of it."""
    rule = edition.rules.get(finding.rule)
    verdict, severity = (rule.verdict, rule.severity) if rule else (finding.verdict, finding.severity)
    why = rule.why if rule else (finding.why or (finding.message,))[0]
    tags = [rule.kind] if rule and rule.kind != ANY else []
    return {
        "id": finding.rule,
        "name": "".join(word.capitalize() for word in _WORD.findall(finding.rule)),
        "shortDescription": {"text": plain(title(edition, finding))},
        "fullDescription": {"text": plain(why)},
        **({"help": _help(rule)} if rule else {}),
        "defaultConfiguration": {"level": LEVELS[severity] if verdict == "discrepancy" else "none"},
        "properties": {"tags": [*tags, verdict]},
    }


def _help(rule: Rule) -> Json:
    """Return why a rule is, where it comes from, and how it judges its examples, as text and as Markdown."""
    about = [rule.why, *([f"Source: {rule.source}"] if rule.source else [])]
    examples = [_example(example) for example in rule.examples]
    text = [*map(plain, about), "Examples:", *(f"- {plain(example)}" for example in examples)]
    marked = [*map(_marked, about), "**Examples**", "\n".join(f"- {_marked(example)}" for example in examples)]
    return {"text": "\n".join(text), "markdown": "\n\n".join(marked)}


def _example(example: Example) -> str:
    """Return the texts of an example and what is expected of them.

    >>> _example(Example(left="Six died.", right="Two died.", expect="discrepancy"))
    '“Six died.” / “Two died.” → discrepancy'
    """
    return " / ".join(f"“{text}”" for text in example.shown()) + f" → {example.expect}"


def _marked(text: str) -> str:
    """Return words as Markdown shows them, whatever marks are among them; braces are doubled, as in all messages."""
    return words(text).replace("\\{", "{{").replace("\\}", "}}")


def stages(failed: Sequence[str]) -> list[Json]:
    """Return descriptors of what failed."""
    return [{"id": stage, "shortDescription": {"text": f"{STAGES[stage]}."}} for stage in failed]

"""The examples of rules read and linked once, to be judged under many rule books."""

from __future__ import annotations

from . import pipeline
from .judge.rules import Example, RuleBook


class Rehearsal:
    """Examples taken through the pipeline up to their judgement, which alone depends on the rules."""

    def __init__(self) -> None:
        self._staged: dict[Example, pipeline.LinkedStory] = {}

    def judge(self, example: Example, rules: RuleBook) -> tuple[str, str | None]:
        """Return the verdict on an example and the rule that gives it."""
        return pipeline.judge_rehearsed(self._of(example), example, rules=rules)

    def touches(self, example: Example) -> frozenset[str]:
        """Return the kinds of claims in an example, and of the facts that they make."""
        story = self._of(example)
        claims = (claim.kind for told in story.claims.values() for claim in told)
        return frozenset((*claims, *(linked.kind for linked in story.linked)))

    def _of(self, example: Example) -> pipeline.LinkedStory:
        if example not in self._staged:
            self._staged[example] = pipeline.rehearse(example)
        return self._staged[example]

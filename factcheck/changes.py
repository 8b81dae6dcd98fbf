"""What became of findings between two reports: new, changed, fixed, no longer looked at, judged otherwise.

A finding is known by its id, which follows its words. When one of its figures is changed, the old finding is gone
and another has come; where it is clear that the one stands where the other stood, the two are told as one change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from .findings import RANK, Finding, Report, counts
from .models import Frozen, Verdict
from .settings.forms import SEVERITIES

State = Literal["new", "restated", "changed", "fixed", "unchecked"]
STATES: tuple[State, ...] = ("new", "restated", "changed", "fixed", "unchecked")  # in order of weight


class Change(Frozen):
    """What became of one finding: as the old report has it and as the new one does, None where one has none.

    `new` and `fixed`: it has come or gone; the other side is what stands there instead, if that is clear.
    `changed`: another finding of the same verdict stands in its place. `restated`: the same finding, with another
    decision, severity or verdict. `unchecked`: it has come or gone since only one of the checks looked there.
    """

    state: State
    old: Finding | None
    new: Finding | None

    @property
    def told(self) -> Finding:
        """Return the side by which it is told: what has gone of what was fixed, else what there is now."""
        sides = (self.old, self.new) if self.state == "fixed" else (self.new, self.old)
        return next(side for side in sides if side)

    @property
    def other(self) -> Finding | None:
        """Return the side by which it is not told."""
        return self.new if self.state == "fixed" else self.old if self.new else None

    @property
    def verdict(self) -> Verdict:
        """Return the graver of the verdicts of its sides."""
        return max((side.verdict for side in (self.old, self.new) if side), key=RANK.__getitem__)

    def fails(self, fail_on: str) -> bool:
        """Return whether the new report has something to fail on here that the old one did not have."""
        if self.new is None or self.state == "unchecked" or not counts(self.new, fail_on):
            return False
        return not (self.state == "restated" and self.old and counts(self.old, fail_on))


class Changes(Frozen):
    """The changes from one report to another, gravest first, and the ids of findings that are the same in both."""

    format: Literal["factcheck-diff"] = "factcheck-diff"
    version: Literal[1] = 1
    changes: tuple[Change, ...]
    unchanged: tuple[str, ...]


class _Seen(NamedTuple):
    """A finding, and what tells that another stands in its place."""

    finding: Finding
    documents: frozenset[str]
    about: str  # the kind of its fact; of a finding without a fact, its rule
    label: str
    sides: frozenset[tuple[str, str]]  # documents and words of the claims


def changes(old: Report, new: Report) -> Changes:
    """Return what became of the findings of the old report, and which have come."""
    before, after = _seen(old), _seen(new)
    gone = [before[id] for id in sorted(before.keys() - after.keys())]
    come = [after[id] for id in sorted(after.keys() - before.keys())]
    both = [(before[id].finding, after[id].finding) for id in sorted(before.keys() & after.keys())]
    looked, sought = _looked_at(new, gone), _looked_at(old, come, failing=False)
    found = [Change(state="unchecked", old=seen.finding, new=None) for seen in gone if seen.finding.id not in looked]
    found += [Change(state="unchecked", old=None, new=seen.finding) for seen in come if seen.finding.id not in sought]
    found += [Change(state="restated", old=one, new=other) for one, other in both if _standing(one) != _standing(other)]
    found += _come_and_gone(list(looked.values()), list(sought.values()))
    return Changes(
        changes=tuple(sorted(found, key=_weight)),
        unchanged=tuple(one.id for one, other in both if _standing(one) == _standing(other)),
    )


def _seen(report: Report) -> dict[str, _Seen]:
    """Return the findings of a report by id."""
    claims, facts = {claim.id: claim for claim in report.claims}, {fact.id: fact for fact in report.facts}
    seen = {}
    for finding in report.findings:
        told = [claims[id] for id in finding.claims]
        fact = facts[finding.fact] if finding.fact else None
        seen[finding.id] = _Seen(
            finding=finding,
            documents=frozenset(claim.document for claim in told),
            about=fact.kind if fact else finding.rule,
            label=fact.label if fact else finding.rule,
            sides=frozenset((claim.document, " ".join(claim.text.split())) for claim in told),
        )
    return seen


def _looked_at(report: Report, findings: Iterable[_Seen], *, failing: bool = True) -> dict[str, _Seen]:
    """Return, by id, the findings that a report would have if they held: it has read their documents.

    Those are left out that touch no draft of it, or nothing that has changed since a git ref. Where nothing is
    `failing`, what the report has not read would be news, and is not left out.
    """
    failed = {failure.document for failure in report.failures}
    read = {document.id for document in report.documents} - failed
    limits = [frozenset(report.drafts)] if report.drafts else []
    limits += [frozenset(report.since.documents)] if report.since else []
    return {
        seen.finding.id: seen
        for seen in findings
        if (seen.documents <= read or not failing) and not any(seen.documents.isdisjoint(limit) for limit in limits)
    }


def _standing(finding: Finding) -> tuple[str, str, str | None]:
    return finding.verdict, finding.severity, finding.decision


def _come_and_gone(gone: list[_Seen], come: list[_Seen]) -> Iterator[Change]:
    """Yield findings that have gone and that have come; one that stands in another's place together with it."""
    heirs = dict(_heirs(gone, come))
    heard = {new.id for new in heirs.values()}
    for seen in gone:
        old, new = seen.finding, heirs.get(seen.finding.id)
        same = new is not None and new.verdict == old.verdict
        worse = new is not None and RANK[new.verdict] > RANK[old.verdict]
        yield Change(state="changed" if same else "new" if worse else "fixed", old=old, new=new)
    for seen in come:
        if seen.finding.id not in heard:
            yield Change(state="new", old=None, new=seen.finding)


def _heirs(gone: Iterable[_Seen], come: Iterable[_Seen]) -> Iterator[tuple[str, Finding]]:
    """Yield the id of a finding that has gone with the one that stands in its place, where no other could.

    Both are about the same documents and kind. One that keeps the label and a side is likelier than one that
    keeps a side, and that likelier than one that keeps the label.
    """
    left, right = ({seen.finding.id: seen for seen in findings} for findings in (gone, come))
    for keeps in (_label_and_side, _side, _label):
        for old, new in _only_pairs(left.values(), right.values(), keeps):
            yield old.finding.id, new.finding
            del left[old.finding.id], right[new.finding.id]


def _only_pairs(
    left: Iterable[_Seen], right: Iterable[_Seen], keeps: Callable[[_Seen, _Seen], bool]
) -> list[tuple[_Seen, _Seen]]:
    """Return the pairs about the same documents and kind of which neither fits another."""
    near: dict[tuple[frozenset[str], str], list[_Seen]] = defaultdict(list)
    for new in right:
        near[new.documents, new.about].append(new)
    pairs = [(old, new) for old in left for new in near[old.documents, old.about] if keeps(old, new)]
    uses = Counter(seen.finding.id for pair in pairs for seen in pair)
    return [pair for pair in pairs if all(uses[seen.finding.id] == 1 for seen in pair)]


def _label_and_side(old: _Seen, new: _Seen) -> bool:
    return _label(old, new) and _side(old, new)


def _side(old: _Seen, new: _Seen) -> bool:
    return not old.sides.isdisjoint(new.sides)


def _label(old: _Seen, new: _Seen) -> bool:
    return old.label == new.label


def _weight(change: Change) -> tuple[int, int, int, str, str]:
    """Return what changes are sorted by: verdict, state, severity, rule, id."""
    told = change.told
    return -RANK[change.verdict], STATES.index(change.state), SEVERITIES.index(told.severity), told.rule, told.id

"""What lessens a discrepancy: prices that move, and claims that are linked by too little to be surely one fact."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from ..align.cluster import Cluster
from ..align.markets import moves
from ..align.model import firm
from ..models import Severity

NEAR = 1.0  # evidence that a link of a draft may lack and still be told for more than information
MOST = 10  # figures of one fact, from which it is hardly one


class Doubt(NamedTuple):
    """Why a discrepancy is told for less than its rule says, and whether one step less or for information only."""

    says: str
    by_a_step: bool = False

    def lowered(self, severity: Severity) -> Severity:
        """Return how severe a discrepancy of a rule of some severity is with this doubt."""
        return "warning" if self.by_a_step and severity == "error" else "info"


MOVES = Doubt("told for information: a price moves by the minute, and each article may tell of its own")
LOOSE = Doubt("told for information: what links the two is too little to be sure that they speak of one thing")
NEARLY = Doubt("told a step lower: what links the two is a little less than it takes to be sure of one thing", True)


def doubt(kind: str, cluster: Cluster, ids: frozenset[str], *, later: bool, drafted: bool) -> Doubt | None:
    """Return what lessens the discrepancy of two claims of a kind, by their ids; None where nothing does.

    `later` tells whether their articles came out days apart. Who names the sources of a draft has said that they tell
    one story: where one side is `drafted`, a link that is nearly firm counts for more.
    """
    between = cluster.between.get(ids)
    if between and moves(*between):
        return MOVES
    lacks = _lacks(kind, cluster, ids, later=later)
    nearly = drafted and lacks <= NEAR and kind not in ("date", "period")  # days are told of many deeds of one story
    return None if lacks <= 0 else NEARLY if nearly else LOOSE


def _lacks(kind: str, cluster: Cluster, ids: frozenset[str], *, later: bool) -> float:
    """Return how much evidence two claims at odds lack to be linked firmly; 0 for what is not loose.

    What is told with very many figures is more than one fact, or moves, whatever links two of them. What stands at one
    place of one sentence, and kinds that are linked by a name or a place, are not loose: what links them is sure, or
    missing.
    """
    made = cluster.links.get(ids)
    if made is None or made.echo or cluster.story is None:
        return 0.0
    if len({mention.figure for mention in cluster.mentions}) > MOST:
        return inf
    return firm(kind, later=later) - made.score

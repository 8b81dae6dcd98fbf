"""The claims of a file linked by splink on DuckDB, for linking.py; run by an interpreter that has both.

    python benchmarks/splink_peer.py CLAIMS.jsonl CLUSTERS.csv

Weights are given, not trained, so that only comparing and clustering are timed. Prints seconds, megabytes, and
the number of candidate pairs.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any

import duckdb
from splink import Linker, SettingsCreator, block_on
from splink.blocking_rule_library import CustomRule
from splink.internals.duckdb.database_api import DuckDBAPI

LIKELY = 0.5  # probability from which two claims are linked
SHARED = "len(list_intersect({0}_l, {0}_r))"
DICE = f"2.0 * {SHARED} / greatest(1, len({{0}}_l) + len({{0}}_r))".format("stems")


def level(condition: str, m: float, u: float) -> dict[str, Any]:
    """Return a level of a comparison: how likely it is among claims of one fact, and among others."""
    return {"sql_condition": condition, "label_for_charts": condition, "m_probability": m, "u_probability": u}


def comparison(column: str, *levels: dict[str, Any]) -> dict[str, Any]:
    """Return the comparison of one column."""
    return {"output_column_name": column, "comparison_levels": list(levels)}


def settings() -> SettingsCreator:
    """Return what is compared: noun, deed, figure and wording, the evidence that factcheck weighs too."""
    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=0.1,
        blocking_rules_to_generate_predictions=[
            block_on("keys", arrays_to_explode=["keys"]),
            CustomRule("l.coarse = r.coarse AND len(list_intersect(l.stems, r.stems)) >= 2", sql_dialect="duckdb"),
        ],
        comparisons=[
            comparison(
                "subject",
                level("subject_l = subject_r", 0.85, 0.1),
                level("subject_class_l = subject_class_r", 0.14, 0.02),
                level("ELSE", 0.01, 0.88),
            ),
            comparison("predicate", level(SHARED.format("predicate") + " > 0", 0.95, 0.1), level("ELSE", 0.05, 0.9)),
            comparison("figure", level("figure_l = figure_r", 0.9, 0.05), level("ELSE", 0.1, 0.95)),
            comparison(
                "stems",
                level(f"{DICE} >= 0.5", 0.7, 0.005),
                level(f"{DICE} >= 0.3", 0.25, 0.05),
                level("ELSE", 0.05, 0.945),
            ),
        ],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def main() -> None:
    """Link the claims, write their clusters, print what it took."""
    claims, clusters = sys.argv[1:]
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE claims AS SELECT * FROM read_json('{claims}')")
    backend = DuckDBAPI(connection)
    start, worked = time.perf_counter(), time.process_time()
    linker = Linker(backend.register("claims"), settings(), log_level=40)
    found = linker.inference.predict(threshold_match_probability=LIKELY)
    grouped = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=LIKELY)
    spent, worked = time.perf_counter() - start, time.process_time() - worked
    connection.execute(
        f"COPY (SELECT unique_id, cluster_id FROM {grouped.physical_name}) TO '{clusters}' (HEADER false)"
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    print(json.dumps({"linking": spent, "cpu": worked, "megabytes": peak}))


if __name__ == "__main__":
    main()

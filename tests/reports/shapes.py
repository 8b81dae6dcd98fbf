"""What our forms for CI hold, as closed schemas: a key that is not here, or one that is missing, is a fault."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
PLACE: Schema = {"type": "integer", "minimum": 1}
INDEX: Schema = {"type": "integer", "minimum": 0}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}


def closed(needed: dict[str, Schema], **optional: Schema) -> Schema:
    """Return an object with the keys that it must have, those that it may have, and no others."""
    keys = {**needed, **optional}
    return {"type": "object", "properties": keys, "required": sorted(needed), "additionalProperties": False}


def some(of: Schema) -> Schema:
    return {"type": "array", "items": of, "uniqueItems": True}


MESSAGE = closed({"text": TEXT})
FILE = closed({"uri": TEXT}, uriBaseId={"enum": ["SRCROOT"]}, index=INDEX)
SNIPPET = closed({"text": {"type": "string"}})
REGION = closed({"startLine": PLACE}, startColumn=PLACE, endLine=PLACE, endColumn=PLACE, snippet=SNIPPET)
PHYSICAL = closed({"artifactLocation": FILE}, region=REGION, contextRegion=REGION)
ARTICLES = some(closed({"fullyQualifiedName": TEXT, "kind": {"enum": ["article"]}}))
PRIMARY = closed({}, physicalLocation=PHYSICAL, logicalLocations=ARTICLES)
RELATED = closed({"id": PLACE, "message": MESSAGE}, physicalLocation=PHYSICAL, logicalLocations=ARTICLES)
SUPPRESSION = closed({"kind": {"enum": ["inSource", "external"]}, "status": {"enum": ["accepted"]}}, justification=TEXT)
RESULT = closed(
    {
        "ruleId": TEXT,
        "ruleIndex": INDEX,
        "kind": {"enum": ["pass", "informational", "fail"]},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {**some(PRIMARY), "maxItems": 1},
        "relatedLocations": some(RELATED),
        "partialFingerprints": closed({"factcheckWords/v1": {"type": "string", "pattern": "^[0-9a-f]{32}$"}}),
        "properties": closed({"finding": TEXT}, decision=TEXT),
    },
    suppressions=some(SUPPRESSION),
)
RULE = closed(
    {
        "id": TEXT,
        "name": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "defaultConfiguration": closed({"level": LEVEL}),
        "properties": closed({"tags": some(TEXT)}),
    },
    help=closed({"text": TEXT, "markdown": TEXT}),
)
STAGE = closed({"id": {"enum": ["read", "extract", "judge"]}, "shortDescription": MESSAGE})
NOTIFICATION = closed(
    {"level": {"enum": ["error"]}, "message": MESSAGE, "descriptor": closed({"id": TEXT, "index": INDEX})},
    locations=some(closed({"physicalLocation": closed({"artifactLocation": FILE}, region=REGION)})),
)
RUN = closed(
    {
        "tool": closed(
            {"driver": closed({"name": TEXT, "version": TEXT, "rules": some(RULE)}, notifications=some(STAGE))}
        ),
        "invocations": some(
            closed(
                {
                    "executionSuccessful": {"type": "boolean"},
                    "exitCode": INDEX,
                    "toolExecutionNotifications": {"type": "array", "items": NOTIFICATION},
                }
            )
        ),
        "originalUriBaseIds": closed({"SRCROOT": closed({"description": MESSAGE})}),
        "artifacts": some(
            closed(
                {
                    "location": FILE,
                    "roles": {"enum": [["analysisTarget"]]},
                    "properties": closed({}, source={"type": "string"}, textSha256=TEXT, articles=PLACE),
                }
            )
        ),
        "columnKind": {"enum": ["utf16CodeUnits"]},
        "results": {"type": "array", "items": RESULT},
    }
)
SARIF = closed({"$schema": TEXT, "version": {"enum": ["2.1.0"]}, "runs": {**some(RUN), "minItems": 1, "maxItems": 1}})

GITLAB: Schema = {
    "type": "array",
    "items": closed(
        {
            "check_name": TEXT,
            "description": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": closed({"path": {"type": "string"}, "lines": closed({"begin": PLACE})}),
        }
    ),
}

POSITION = closed({"line": PLACE}, column=PLACE)
RDF_PLACE = closed({"path": {"type": "string"}}, range=closed({"start": POSITION}, end=POSITION))
RDJSON = closed(
    {
        "source": closed({"name": {"enum": ["factcheck"]}}),
        "diagnostics": {
            "type": "array",
            "items": closed(
                {
                    "message": TEXT,
                    "location": RDF_PLACE,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": closed({"value": TEXT}),
                },
                related_locations=some(closed({"message": TEXT, "location": RDF_PLACE})),
            ),
        },
    }
)

"""Report -> one HTML file for a reviewer: opens from disk, asks nothing of anybody, readable without its script.

Every word is chosen and made readable in `views`; templates add the markup, and escape what they print. The policy
of the page allows the one style sheet and the one script that are in it, by their hashes, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from ..edition import Edition
from .page import page

HERE = Path(__file__).parent


def render(edition: Edition) -> str:
    """Return the report as one HTML page that holds all it needs."""
    style, script = _file("report.css"), _file("report.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    template = _templates().get_template("report.html")
    return template.render(page=page(edition), policy=policy, style=Markup(style), script=Markup(script)) + "\n"


class Tight(Extension):
    """Takes the line breaks of the templates out: each would be a node of its own in a page of a million nodes."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return a template without its breaks behind tags and what is printed."""
        return re.sub(r"(?<=[>}])\n\s*", "", source)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        extensions=[Tight],
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )


@cache
def _file(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return what a content security policy calls an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()

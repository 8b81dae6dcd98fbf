"""What a runner of GitHub Actions takes for a command in the output of a step, by the rules of its parser."""

from __future__ import annotations

import re
from typing import NamedTuple


class Command(NamedTuple):
    """A workflow command as a runner takes it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(text: str) -> list[Command]:
    """Return what a runner makes of the output of a step, by the rules of its command parser."""
    return [taken for line in re.split(r"\r\n|\r|\n", text) if (taken := command(line))]


def command(line: str) -> Command | None:
    line = line.lstrip()
    if line.startswith("::") and (end := line.find("::", 2)) >= 0:
        name, _, rest = line[2:end].partition(" ")
        pairs = (pair.partition("=") for pair in rest.strip().split(",") if pair)
        properties = {key: unescaped(value, ":,") for key, equals, value in pairs if key and value}
        return Command(name, properties, unescaped(line[end + 2 :], ""))
    if old := re.search(r"##\[([^\]]*)\](.*)", line):
        return Command(old[1], {}, old[2])
    return None


def unescaped(text: str, more: str) -> str:
    for mark in f"\r\n{more}%":
        text = text.replace(f"%{ord(mark):02X}", mark)
    return text

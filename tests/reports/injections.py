"""Strings that would do harm where a report lets them through, and a report that is made of nothing else.

Whoever writes articles, names files or sends a results file may put them anywhere; in every form they must stay
words. `hostile(text)` is a report with the text in each field that holds one.
"""

from __future__ import annotations

import hashlib

from factcheck.claims.base import Claim
from factcheck.findings import Fact, Failure, Finding, Report, SourceDocument, Summary, Variant
from factcheck.models import Attribution, Document, Modifier, Span
from factcheck.values.quantity import Quantity

INJECTIONS: dict[str, str] = {
    "script": "<script>alert(1)</script>",
    "attribute": "\" autofocus onfocus=alert(1) x='",
    "closing": "</td></pre></style></script></title><img src=x onerror=alert(1)>",
    "comment": "--><svg/onload=alert(1)><!--",
    "cdata": "]]><x/><![CDATA[",
    "entity": "&lt;b&gt; &#60;script&#62; &amp;amp;",
    "javascript-link": "[read on](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "markdown": "| a | b |\n|---|---|\n# head\n```\n*x* _y_ ~z~ `code` <!-- gone\n> - 1. @all #7 \\",
    "sarif-link": "see [1](1) and [the draft](0) \\[x\\] {0} {id}",
    "ansi": "\x1b[2J\x1b]0;title\x07\x1b[31mred\x9b31m",
    "github-command": "12\n::error file=x.py,line=1::pwned\r\n::add-mask::12\n##[error]old\n::stop-commands::t",
    "github-bare": "::error::pwned",
    "github-broken": "x" * 70 + "::error::pwned",
    "github-old": "##[add-mask]12",
    "github-property": "a,line=9::b,title=c::%0A::warning::d%25",
    "formula": "=cmd|' /C calc'!A0",
    "formula-plus": "+1+1",
    "formula-minus": "-2+3",
    "formula-at": "@SUM(1+1)",
    "formula-tab": "\t=1+1",
    "formula-return": "\r=1+1",
    "formula-wide": "＝1+1",
    "csv": 'a,"b";c\td\n"e',
    "jsonl": '"}\n{"id": "x"}\u2028\u2029\x85',
    "traversal": "../../../../etc/passwd",
    "absolute": "/etc/passwd",
    "windows": "C:\\Windows\\System32\\..\\x.txt",
    "share": "\\\\evil.example\\share\\x",
    "file-url": "file:///etc/passwd",
    "web-url": "https://user@evil.example:80/a b?q=1#frag%2e%2e",
    "scheme-relative": "//evil.example/x",
    "query": "a?b#c%00d e&f;g",
    "path-break": "news/a\nb.txt:1:1: error",
    "bidi": "\u202e12 sailors\u202c \u2066x\u2069 \u200f",
    "unseen": "a\u200bb\u00adc\ufeffd\u2060e",
    "control": "a\x00b\x01c\x08d\x0be\x0cf\x1fg\x7fh\x85i\ufffej\uffff",
    "surrogate": "a\ud83db\udd25c",
    "joined": "👩‍🚒 e\u0301 🇬🇧 \u0300\u0301\u0302",
    "blank": " \t\n ",
    "empty": "",
    "long": "so many words " * 400,
    "long-word": "x" * 6_000,
    "placeholder": "%s {} {left.text} ${{ github.token }} $(id) `id` $HOME",
}


def hostile(text: str) -> tuple[Report, tuple[Document, ...]]:
    """Return a report on two articles, a discrepancy, an agreement and a failure, the text in each field.

    Ids end in a number where they must differ. The text stands inside both articles as well.
    """
    documents = tuple(
        Document(id=f"{text}{number}", path=f"{text}{number}", text=f"🔥 {text}\nSome {text}{number} were hurt.",
                 source=f"{text}{number}", title=text, story=text)
        for number in (0, 1)
    )  # fmt: skip
    claims = tuple(_claim(document, text, number) for number, document in enumerate(documents))
    variants = tuple(
        Variant(id=f"{text}{number}", display=text, claims=(claim.id,), sources=(documents[number].source,),
                independent_sources=1)
        for number, claim in enumerate(claims)
    )  # fmt: skip
    differ = Fact(id=f"{text}0", story=text, kind=text, label=text, variants=variants, verdict="discrepancy")
    agree = differ.model_copy(update={"id": f"{text}1", "verdict": "agreement"})
    named = tuple(claim.id for claim in claims)
    found = Finding(
        id=f"{text}0", rule=f"{text}0", verdict="discrepancy", severity="error", fact=differ.id, claims=named,
        variants=tuple(v.id for v in variants), message=text, why=(text, text), decision=None,
    )  # fmt: skip
    alone = {"id": f"{text}1", "rule": f"{text}1", "severity": "warning", "fact": None, "variants": ()}
    dismissed = {"id": f"{text}2", "severity": "info", "decision": "dismiss"}
    agreed = {"id": f"{text}3", "verdict": "agreement", "severity": "info", "fact": agree.id}
    findings = (found, *(found.model_copy(update=change) for change in (alone, dismissed, agreed)))
    failure = Failure(document=text, stage="read", message=text)
    summary = Summary(documents=2, claims=2, facts=2, agreement=1, compatible=0, discrepancy=1, single_source=0)
    told = tuple(_told(document) for document in documents)
    return Report(
        documents=told, claims=claims, facts=(differ, agree), findings=findings, failures=(failure,), summary=summary
    ), documents


def _claim(document: Document, text: str, number: int) -> Claim:
    words = f"{text}{number}"
    start = document.text.rindex(words)
    return Claim(
        id=words, document=document.id, kind=text, text=words, start=start, end=start + len(words),
        line=document.text.count("\n", 0, start) + 1, column=start - document.text.rfind("\n", 0, start),
        sentence=Span(start=0, end=len(document.text)), zone="body", subject=text, predicate=(text,),
        value=Quantity(stated=(text,), low="12", literal=text, unit=text),
        modifiers=(Modifier(type="hedge", surface=text, canonical=text),),
        attribution=Attribution(speaker=text, cue=text),
    )  # fmt: skip


def _told(document: Document) -> SourceDocument:
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass"))
    return SourceDocument(
        id=document.id, path=document.path, source=document.source, title=document.title, published=None,
        story=document.story or "", text_sha256=digest.hexdigest(),
    )  # fmt: skip

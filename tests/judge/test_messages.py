"""What a finding says of long passages: the words in which they part, not all of them."""

from __future__ import annotations

from factcheck import check, load_rules
from factcheck.models import Document

SAID = (
    "We have waited for the ferry company to answer us since the beginning of spring, and nobody came to the meetings "
    "that the harbour board called. The repair of the {} will cost the town more than the whole of the new school, "
    "which nobody here wants to pay for, and the board will have to find the money in the budget of the coming year."
)


def test_message_shows_long_quotations_where_they_part() -> None:
    documents = [
        Document(id=source, source=source, story="ferry", text=f"“{SAID.format(word)}” Ana Reyes said on Friday.")
        for source, word in (("herald", "northern pier"), ("post", "lighthouse"))
    ]
    (finding,) = (f for f in check(documents, rules=load_rules()).findings if f.rule == "quote-word-changed")
    assert "repair of the northern pier will cost" in finding.message
    assert "repair of the lighthouse will cost" in finding.message
    assert len(finding.message) < len(SAID)

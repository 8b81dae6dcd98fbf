import pytest

from factcheck.values.steps import shown
from factcheck.values.wording import spoken


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("They like to cause harm", "They love to cause harm", "They [like → love] to cause harm"),
        ("It’s for Barbara Roe or me", "It is for Barbara Roe and me", "… for Barbara Roe [or → and] me"),
        ("We’ll win 50% of it, I hope", "We will not win 50 per cent of it, I hope", "We will [– → not] win 50 per …"),
        ("“It is in Rome”", "it’s in rome!", ""),
    ],
)  # fmt: skip
def test_difference_is_told_in_the_words_as_printed(left: str, right: str, told: str) -> None:
    assert shown(spoken(left), spoken(right)) == told

"""Loading: all that an author can get wrong, with line and column; then how directories lie on each other."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.judge import load
from factcheck.judge.rules import RuleBook

from .conftest import KINDS, Desk
from .fake import file, rule

Book = Callable[..., RuleBook]
Problems = Callable[..., list[str]]

# In a file of one rule, "id" stands on line 3, column 9, and a field given last on line 12 from column 5.
BROKEN = [
    (
        "verdict",
        {"verdict": "discrepency"},
        "5:14: unknown verdict “discrepency”; did you mean “discrepancy”?\n    verdict: discrepency",
    ),
    (
        "verdict-unrelated",
        {"verdict": "zzz"},
        "5:14: unknown verdict “zzz”; known: agreement, compatible, discrepancy\n    verdict: zzz",
    ),
    (
        "verdict-null",
        {"verdict": "~"},
        "5:14: unknown verdict “null”; known: agreement, compatible, discrepancy\n    verdict: ~",
    ),
    (
        "severity",
        {"severity": "waring"},
        "6:15: unknown severity “waring”; did you mean “warning”?\n    severity: waring",
    ),
    ("id", {"id": "Two Words"}, "3:9: “id” must be lower-case words joined by hyphens\n    - id: Two Words"),
    ("id-number", {"id": "12"}, "3:9: “id” must be text\n    - id: 12"),
    ("blank-why", {"why": "'  '"}, "8:10: “why” must be text\n    why: '  '"),
    ("title-list", {"title": "[a]"}, "4:12: “title” must be text\n    title: [a]"),
    ("unknown-key", {"mesage": "x"}, "12:5: unknown key “mesage”; did you mean “message”?\n    mesage: x"),
    ("inner-key", {"origin": "x"}, "12:5: unknown key “origin”; known: id, title, "),
    (
        "optional-pair",
        {"optional": "true"},
        "12:15: a rule on pairs is never optional; “ignore” takes one out\n    optional: true",
    ),
    ("scope", {"scope": "pairs"}, "12:12: unknown scope “pairs”; did you mean “pair”?\n    scope: pairs"),
    (
        "placeholder",
        {"message": '"{left.sauce}"'},
        "7:14: unknown placeholder “left.sauce”; did you mean “left.source”?",
    ),
    (
        "placeholder-attribute",
        {"message": '"{left.text.__class__}"'},
        "7:14: unknown placeholder “left.text.__class__”; did you mean “left.text”?",
    ),
    (
        "placeholder-index",
        {"message": '"{label[0]}"'},
        "7:14: unknown placeholder “label[0]”; did you mean “label”?",
    ),
    ("placeholder-empty", {"message": '"{}"'}, "7:14: unknown placeholder “”; known: "),
    ("brace", {"message": '"{left.text says"'}, "7:14: a brace without its partner in “{left.text says”"),
    (
        "no-example",
        {"examples": "[]"},
        "9:15: no example fires: one must expect “discrepancy”, the verdict of the rule",
    ),
    (
        "no-silent-example",
        {"examples": "[{left: a, right: b, expect: discrepancy}]"},
        "9:15: no example stays silent: one must ",
    ),
    (
        "no-firing-example",
        {"examples": "[{left: a, right: b, expect: unrelated}]"},
        "9:15: no example fires: ",
    ),
    ("examples-null", {"examples": "~"}, "9:15: “examples” must be a list\n    examples: ~"),
    (
        "when-null",
        {"when": "~"},
        "12:11: “when” must name measurements; leave it out for a rule that always holds\n    when: ~",
    ),
    ("when-empty", {"when": "{}"}, "12:11: “when” must name measurements; "),
    (
        "measurement",
        {"when": "{litteral: equal}"},
        "12:12: unknown measurement “litteral”; did you mean “literal”?\n    when: {litteral: equal}",
    ),
    (
        "underscore",
        {"when": "{close_by: true}"},
        "12:12: unknown measurement “close_by”; did you mean “close-by”?",
    ),
    (
        "word",
        {"when": "{literal: equall}"},
        "12:21: unknown value “equall” of “literal”; did you mean “equal”?",
    ),
    (
        "word-in-list",
        {"when": "{literal: [equal, diferent]}"},
        "12:29: unknown value “diferent” of “literal”; did you mean “different”?",
    ),
    ("no-words", {"when": "{literal: []}"}, "12:21: “literal” must be a word or a list of words"),
    (
        "word-is-mapping",
        {"when": "{literal: {left: equal}}"},
        "12:21: “literal” must be a word or a list of words",
    ),
    (
        "word-is-bool",
        {"when": "{literal: true}"},
        "12:21: unknown value “true” of “literal”; known: equal, different",
    ),
    (
        "word-is-one",
        {"when": "{literal: 1}"},
        "12:21: unknown value “1” of “literal”; known: equal, different",
    ),
    ("flag-is-word", {"when": "{close-by: yes}"}, "12:22: “close-by” must be true or false"),
    (
        "number-alone",
        {"when": "{gap: 0.5}"},
        "12:17: “gap” must be a mapping such as {at-least: 1, at-most: 5}",
    ),
    ("number-key", {"when": "{gap: {at-last: 1}}"}, "12:18: unknown key “at-last”; did you mean “at-least”?"),
    ("number-word", {"when": "{gap: {at-least: few}}"}, "12:28: “at-least” must be a number"),
    ("number-bool", {"when": "{gap: {at-least: true}}"}, "12:28: “at-least” must be a number"),
    ("number-infinite", {"when": "{gap: {at-most: .inf}}"}, "12:27: “at-most” must be a number"),
    ("number-empty", {"when": "{gap: {}}"}, "12:17: “gap” must hold “at-least”, “at-most” or both"),
    (
        "number-crossed",
        {"when": "{gap: {at-least: 2, at-most: 1}}"},
        "12:17: “gap” can never hold: at-least 2 is above at-most 1",
    ),
    ("side", {"when": "{modifier: {lef: none}}"}, "12:23: unknown key “lef”; did you mean “left”?"),
    (
        "side-word",
        {"when": "{modifier: {left: [none, allmost]}}"},
        "12:36: unknown value “allmost” of “modifier”; did you mean “almost”?",
    ),
    (
        "side-null",
        {"when": "{modifier: {left: ~}}"},
        "12:29: unknown value “null” of “modifier”; known: none, almost, at-least",
    ),
    ("sides-empty", {"when": "{modifier: {}}"}, "12:22: “modifier” must hold “left”, “right” or both"),
]


@pytest.mark.parametrize(("fields", "expected"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_rule(desk: Desk, problems: Problems, fields: dict[str, str], expected: str) -> None:
    (problem,) = problems(desk(file(rule("mine", **fields))))
    assert problem.startswith(f"desk.yaml:{expected}")


@pytest.mark.parametrize("key", ["id", "title", "verdict", "severity", "message", "why", "examples"])
def test_a_required_key_is_missing(desk: Desk, problems: Problems, key: str) -> None:
    (problem,) = problems(desk(file(rule("mine", **{key: ""}))))
    assert problem.startswith(f"desk.yaml:3:5: “{key}” is missing\n    - ")


EXAMPLES = [
    (
        "expect",
        "{left: a, right: b, expect: agre}",
        "11:37: unknown expect “agre”; did you mean “agreement”?",
    ),
    (
        "by",
        "{left: a, right: b, expect: unrelated, by: frist}",
        "11:52: unknown rule id “frist”; did you mean “first”?",
    ),
    ("by-list", "{left: a, right: b, expect: unrelated, by: [first]}", "11:52: “by” must be text"),
    ("no-expect", "{left: a, right: b}", "11:9: “expect” is missing"),
    (
        "key",
        "{left: a, rihgt: b, right: b, expect: unrelated}",
        "11:19: unknown key “rihgt”; did you mean “right”?",
    ),
    ("blank", "{left: '', right: b, expect: unrelated}", "11:16: “left” must be text"),
    (
        "day",
        "{left: a, right: b, expect: unrelated, left_published: 2022-2-9}",
        "11:64: “2022-2-9” is no day; write it as 2022-02-09",
    ),
    (
        "no-such-day",
        "{left: a, right: b, expect: unrelated, right_published: 2022-02-30}",
        "11:65: “2022-02-30” is no day; write it",
    ),
    (
        "week",
        "{left: a, right: b, expect: unrelated, left_published: 2022-W06-3}",
        "11:64: “2022-W06-3” is no day; write it",
    ),
    ("word", "nothing", "11:9: each of “examples” must be a mapping"),
]


@pytest.mark.parametrize(("example", "expected"), [case[1:] for case in EXAMPLES], ids=[case[0] for case in EXAMPLES])
def test_a_broken_example(desk: Desk, problems: Problems, example: str, expected: str) -> None:
    listed = f"\n  - {{left: a, right: b, expect: discrepancy}}\n  - {example}"
    (problem,) = problems(desk(file(rule("mine", examples=listed))))
    assert problem.startswith(f"desk.yaml:{expected}")


FILES = [
    ("empty", "", "1:1: a rule file must be a mapping"),
    ("list", "- a\n", "1:1: a rule file must be a mapping\n    - a"),
    ("nothing-in-it", "kind: fake\n", "1:1: the file holds neither “rules” nor “otherwise” nor “ignore”"),
    (
        "unknown-key",
        "rule: []\nignore: [first]\n",
        "1:1: unknown key “rule”; did you mean “rules”?\n    rule: []",
    ),
    ("no-kind", "rules: []\n", "1:1: “kind” is missing\n    rules: []"),
    ("kind", "kind: fak\nrules: []\n", "1:7: unknown kind “fak”; did you mean “fake”?\n    kind: fak"),
    ("kind-number", "kind: 3\nrules: []\n", "1:7: “kind” must be text"),
    ("rules-mapping", "kind: fake\nrules: {a: b}\n", "2:8: “rules” must be a list"),
    ("rules-null", "kind: fake\nrules:\n", "2:7: “rules” must be a list"),
    ("rule-word", "kind: fake\nrules: [a]\n", "2:9: each of “rules” must be a mapping"),
    ("otherwise-word", "kind: fake\notherwise: a\n", "2:12: “otherwise” must be a mapping"),
    ("ignore-word", "ignore: first\n", "1:9: “ignore” must be a list"),
    ("ignore-number", "ignore: [3]\n", "1:10: each of “ignore” must be text"),
    (
        "ignore-unknown",
        "ignore:\n  - second\n  - frist\n",
        "3:5: unknown rule id “frist”; did you mean “first”?\n    - frist",
    ),
    (
        "no-otherwise",
        file(rule("mine"), kind="spare"),
        "1:7: kind “spare” has no “otherwise”, so some pairs would get no verdict",
    ),
    (
        "when-in-otherwise",
        file(otherwise=rule("else", when="{close-by: true}")),
        "12:3: an “otherwise” has no “when”: it decides what no rule decides",
    ),
    ("syntax", "kind: [fake\n", "2:1: not YAML: "),
    ("alias", "kind: fake\nrules: *a\n", "2:8: alias “*a”: aliases are not allowed"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_broken_file(desk: Desk, problems: Problems, text: str, expected: str) -> None:
    (problem,) = problems(desk(desk=text) if text else desk(desk="#"))
    assert problem.startswith(f"desk.yaml:{expected}")


CLASHES = [
    (
        "in-a-file",
        {"a": file(rule("mine"), rule("mine"))},
        "a.yaml:12:9: rule id “mine” is used already in a.yaml:3",
    ),
    (
        "across-files",
        {"a": file(rule("mine")), "b": file(rule("mine"))},
        "b.yaml:3:9: rule id “mine” is used already in a.yaml:3",
    ),
    (
        "with-its-otherwise",
        {"a": file(rule("mine"), otherwise=rule("mine"))},
        "a.yaml:13:7: rule id “mine” is used already in a.yaml:3",
    ),
    (
        "rule-for-otherwise",
        {"a": file(rule("else"))},
        "a.yaml:3:9: rule id “else” is that of the “otherwise” of kind “fake” in rules/fake.yaml:24",
    ),
    (
        "otherwise-for-rule",
        {"a": file(otherwise=rule("first"))},
        "a.yaml:3:7: rule id “first” is that of a rule of kind “fake” in rules/fake.yaml:3",
    ),
    (
        "other-kind",
        {"a": file(rule("first"), kind="spare", otherwise=rule("spare-else"))},
        "a.yaml:3:9: rule id “first” is that of a rule of kind “fake” in rules/fake.yaml:3",
    ),
    (
        "two-otherwise",
        {"a": file(otherwise=rule("x")), "b": file(otherwise=rule("y"))},
        "b.yaml:3:7: kind “fake” has an “otherwise” already in a.yaml:3",
    ),
]


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in CLASHES], ids=[case[0] for case in CLASHES])
def test_ids_that_clash(desk: Desk, problems: Problems, files: dict[str, str], expected: str) -> None:
    (problem,) = problems(desk(**files))
    assert problem.startswith(expected)


HIDDEN = [
    ("word", "{literal: [equal, different]}", "{literal: equal}"),
    ("no-condition", None, "{literal: equal}"),
    ("fewer-conditions", "{literal: equal}", "{literal: equal, close-by: true}"),
    ("number", "{gap: {at-least: 1}}", "{gap: {at-least: 2, at-most: 3}}"),
    ("one-side", "{modifier: {left: [none, almost]}}", "{modifier: {left: almost, right: none}}"),
    ("same", "{literal: equal}", "{literal: equal}"),
]
SEEN = [
    ("other-word", "{literal: different}", "{literal: equal}"),
    ("more-words", "{literal: equal}", "{literal: [equal, different]}"),
    ("wider-number", "{gap: {at-least: 2}}", "{gap: {at-least: 1}}"),
    ("open-number", "{gap: {at-most: 2}}", "{gap: {at-least: 1}}"),
    ("other-measurement", "{literal: equal}", "{close-by: true}"),
    ("other-side", "{modifier: {left: almost}}", "{modifier: {right: almost}}"),
    ("no-condition", "{literal: equal}", None),
]


def two(upper: str | None, lower: str | None) -> str:
    return file(*(rule(id, **({"when": when} if when else {})) for id, when in (("upper", upper), ("lower", lower))))


@pytest.mark.parametrize(("upper", "lower"), [case[1:] for case in HIDDEN], ids=[case[0] for case in HIDDEN])
def test_a_rule_that_can_never_decide(desk: Desk, problems: Problems, upper: str | None, lower: str) -> None:
    (problem,) = problems(desk(two(upper, lower)))
    assert "rule “lower” can never decide: “upper” in desk.yaml:3 holds wherever it does\n    - id: lower" in problem


@pytest.mark.parametrize(("upper", "lower"), [case[1:] for case in SEEN], ids=[case[0] for case in SEEN])
def test_a_rule_that_can_decide(desk: Desk, book: Book, upper: str, lower: str | None) -> None:
    assert book(desk(two(upper, lower))).rule("lower")


def test_a_rule_may_hide_those_of_a_directory_below(desk: Desk, book: Book) -> None:
    assert [r.id for r in book(desk(file(rule("mine")))).ladders["fake"].rules] == ["mine", "first", "second"]


def test_all_problems_of_all_files_come_at_once(desk: Desk, problems: Problems) -> None:
    one = desk(name="one", a=file(rule("mine", why="", severity="bad")), b="kind: fake\nrules: 1\n")
    two = desk(name="two", c="ignore: [nobody]\n")
    found = problems(one, two, two / "missing")
    places = [problem.split(": ")[0].replace(f"{two}/", "two/") for problem in found]
    assert places == ["two/missing", "a.yaml:3:5", "a.yaml:6:15", "b.yaml:2:8", "two/c.yaml:1:10"]


def test_the_error_reads_as_a_list_of_problems(desk: Desk) -> None:
    with pytest.raises(RuleError, match=r"(?s)a\.yaml:2:8: .*\n    rules: 1\n.*b\.yaml:2:8: "):
        load.load_rules([desk(a="kind: fake\nrules: 1\n", b="kind: fake\nrules: 2\n")], kinds=KINDS)


def test_a_shipped_file_that_cannot_be_read_is_never_passed_over(shipped: Path, problems: Problems) -> None:
    (shipped / "other.yaml").write_text("kind: [\n", encoding="utf-8")
    (problem,) = problems()
    assert problem.startswith("rules/other.yaml:2:1: not YAML: ")


def test_shipped_rules_are_ignored_only_by_a_desk(shipped: Path, problems: Problems) -> None:
    (shipped / "spare.yaml").write_text("ignore: [first]\n", encoding="utf-8")
    (problem,) = problems()
    assert problem.startswith("rules/spare.yaml:1:1: shipped rules cannot be ignored here")


def test_directories_that_hold_no_rules(tmp_path: Path, desk: Desk, problems: Problems) -> None:
    empty, plain_file = desk(), tmp_path / "a-file"
    (empty / ".hidden.yaml").write_text("[", encoding="utf-8")
    (empty / "notes.txt").write_text("[", encoding="utf-8")
    plain_file.write_text("kind: fake\n", encoding="utf-8")
    found = problems(tmp_path / "nowhere", empty, plain_file)
    assert found == [
        f"{tmp_path}/nowhere: the directory of rules cannot be read (No such file or directory)",
        f"{empty}: there are no rule files (*.yaml) in this directory",
        f"{plain_file}: the directory of rules cannot be read (Not a directory)",
    ]


def test_files_that_cannot_be_read(desk: Desk, problems: Problems) -> None:
    folder = desk()
    (folder / "dangling.yaml").symlink_to(folder / "nowhere")
    (folder / "latin.yml").write_bytes(b"kind: caf\xe9\n")
    (folder / "huge.yaml").write_bytes(b"#" * 1_000_001)
    assert problems(folder) == [
        "dangling.yaml: the file cannot be read (No such file or directory)",
        "huge.yaml:1:1: the file is larger than 1,000,000 bytes",
        "latin.yml:1:10: not UTF-8: byte 0xE9; save the file as UTF-8\n    kind: caf�",
    ]


def test_shipped_rules_alone(book: Book) -> None:
    loaded = book()
    ladder = loaded.ladders["fake"]
    assert [r.id for r in ladder.rules] == ["first", "second"]
    assert ladder.otherwise.id == "else"
    assert ladder.rules[0].origin.model_dump() == {"path": "rules/fake.yaml", "line": 3}
    assert loaded.rule("second").verdict == "compatible"
    with pytest.raises(KeyError):
        loaded.rule("third")


def test_same_id_replaces_in_place_and_new_ids_go_first(desk: Desk, book: Book) -> None:
    a = file(rule("x", when="{gap: {at-least: 3}}"), rule("second", when="{gap: {at-least: 1}}"))
    loaded = book(desk(a=a, b=file(rule("y", when="{gap: {at-least: 2}}"))))
    ladder = loaded.ladders["fake"]
    assert [r.id for r in ladder.rules] == ["x", "y", "first", "second"]
    assert ladder.rules[3].verdict == "discrepancy"
    assert ladder.rules[3].origin.path.endswith("/desk/a.yaml")


def test_a_later_directory_lies_on_the_earlier(desk: Desk, book: Book) -> None:
    one = desk(file(rule("x"), otherwise=rule("mine")), name="one")
    two = desk(file(rule("y", when="{literal: equal}"), rule("x", "agreement")), name="two")
    ladder = book(one, two).ladders["fake"]
    assert [r.id for r in ladder.rules] == ["y", "x", "first", "second"]
    assert ladder.rules[1].verdict == "agreement"
    assert ladder.otherwise.id == "mine"


def test_a_kind_that_has_no_shipped_rules(desk: Desk, book: Book) -> None:
    loaded = book(desk(file(rule("x"), kind="spare", otherwise=rule("y"))))
    assert list(loaded.ladders) == ["fake", "spare"]


def test_ignored_rules_keep_their_place(desk: Desk, book: Book) -> None:
    loaded = book(desk("ignore: [second, else]\n"))
    assert loaded.ignored == ("else", "second")
    assert [r.id for r in loaded.ladders["fake"].rules] == ["first", "second"]


def test_shipped_rules_of_kinds_not_asked_for_are_left_out(shipped: Path, book: Book) -> None:
    (shipped / "other.yaml").write_text("kind: other\nrules: []\n", encoding="utf-8")
    assert list(book().ladders) == ["fake"]


def test_kinds_are_those_of_the_package_when_none_are_given(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.claims.kinds", lambda: {"other": KINDS["fake"]})
    with pytest.raises(RuleError, match=r"rules/fake\.yaml:1:7: unknown kind “fake”; known: other"):
        load.load_rules()


def test_a_rule_as_it_is_read(desk: Desk, book: Book) -> None:
    when = "{literal: equal, close-by: false, gap: {at-least: 0.10}, modifier: {left: [almost, at-least]}}"
    dated = "{left: a, right: b, expect: unrelated, left_published: 2022-02-09}"
    examples = f"[{dated}, {{left: a, right: b, expect: discrepancy}}]"
    message = '"{label}:\n    two   lines"'
    read = book(desk(file(rule("x", when=when, examples=examples, message=message, source="house style")))).rule("x")
    assert [condition.model_dump(mode="json", exclude_none=True) for condition in read.when] == [
        {"form": "one-of", "measurement": "literal", "words": ["equal"]},
        {"form": "flag", "measurement": "close_by", "expected": False},
        {"form": "between", "measurement": "gap", "at_least": "0.10"},
        {"form": "on-sides", "measurement": "modifier", "left": ["almost", "at-least"]},
    ]
    assert (read.message, read.source, read.scope) == ("{label}: two lines", "house style", "pair")
    assert str(read.examples[0].left_published) == "2022-02-09"


def test_a_rule_book_travels(desk: Desk, book: Book) -> None:
    loaded = book(desk(file(rule("x", when="{literal: [equal], gap: {at-most: 1}, modifier: none}"))))
    assert pickle.loads(pickle.dumps(loaded)) == loaded
    assert RuleBook.model_validate_json(loaded.model_dump_json()) == loaded


def test_the_shipped_folder_lies_beside_the_package_or_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "factcheck"
    package.mkdir()
    monkeypatch.setattr(load, "files", lambda _: package)
    assert load.shipped_directory() == package / "rules"  # a stranger's rules/ in site-packages is not ours
    (tmp_path / "pyproject.toml").touch()
    assert load.shipped_directory() == tmp_path / "rules"
    (package / "rules").mkdir()
    assert load.shipped_directory() == package / "rules"

"""The house rules that no linter checks. Layers are import-linter's: see test_contracts."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reader"
FOLDERS = ("reader", "tests", "benchmarks", "tools")
MAX_LINES, MAX_FUNCTION_LINES = 400, 60

HEAVY = {
    "numpy",
    "tantivy",
    "selectolax",
    "rapidfuzz",
    "yaml",
    "charset_normalizer",
    "py3langid",
    "pathspec",
    "watchfiles",
    "Stemmer",
}
"""Libraries that must not be loaded before the first paint: imported where they are used."""

POSSESSIVE = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})[+]")

NUMERIC = (
    "reader/cleaning/nets/",
    "reader/search/picking/matching/",
    "reader/search/spelling/",
    "reader/search/titling/",
)
"""Folders that may load numpy at once, since they are themselves imported where they are used."""

REGISTRIES = {"sources/formats": "formats.md", "cli/commands": "commands.md"}
"""Folders in which each module is an entry, and the page in docs/ that names each."""

TESTED_ELSEWHERE = {
    "registry.py": "every format and every command is collected by it",
    "model.py": "nouns only; what they compute is tested where it is shown",
    "errors.py": "each error is tested where it is raised",
    "__main__.py": "runs in a process of its own in tests/cli",
    "library/worker.py": "a process; tests/library/test_workers.py runs it",
    "tui/screens/host.py": "a protocol; the app that keeps it is tested in tests/tui/test_app.py",
    "cli/commands/": "each is run as the shell runs it: ls, count and index by"
    " tests/cli/test_lists.py, read and clean by tests/cli/test_documents.py, search and tag by"
    " tests/cli/test_finding.py, correct by tests/cli/test_correcting.py, dump, restore and undo"
    " by tests/cli/test_dump.py, collections by tests/cli/test_collections.py,"
    " forget by tests/cli/test_forget.py, stats by tests/cli/test_stats.py,"
    " doctor by tests/cli/test_doctor.py, pick by tests/cli/test_pick.py,"
    " like and dups by tests/cli/test_likeness.py",
}
"""Modules, and folders of them, without a test module of the same name: each with the reason."""


def modules(*folders: str) -> list[Path]:
    return sorted(module for folder in folders for module in (ROOT / folder).rglob("*.py"))


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"), module)


def does_something(module: Path) -> bool:
    """Whether there is a function in it, and not only nouns or tables."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree(module)))


def imported_at_start(body: list[ast.stmt]) -> Iterator[str]:
    """Top-level packages that these statements import when the module is loaded."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.ClassDef | ast.With | ast.For | ast.While):
            yield from imported_at_start(node.body)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
            yield from imported_at_start(node.body + node.orelse)
        elif isinstance(node, ast.Try):
            yield from imported_at_start(node.body + node.orelse + node.finalbody)
            yield from (name for each in node.handlers for name in imported_at_start(each.body))


@pytest.mark.parametrize("module", modules(*FOLDERS), ids=shown)
def test_stays_small(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= MAX_LINES
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MAX_FUNCTION_LINES, node.name


@pytest.mark.parametrize("module", modules("reader", "benchmarks", "tools"), ids=shown)
def test_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(tree(module))


@pytest.mark.parametrize("package", sorted(PACKAGE.glob("**/*/__init__.py")), ids=shown)
def test_a_package_says_what_it_must_not_know(package: Path) -> None:
    assert "Must not know: " in (ast.get_docstring(tree(package)) or "")


@pytest.mark.parametrize("module", modules(*FOLDERS), ids=shown)
def test_nothing_is_left_to_be_done(module: Path) -> None:
    assert not re.search(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b", module.read_text("utf-8"))


@pytest.mark.parametrize("module", modules(*FOLDERS), ids=shown)
def test_no_group_is_repeated_possessively(module: Path) -> None:
    """Python 3.11.0 to 3.11.4 match those wrongly; an atomic group around it means the same.

    The one that is there is not used by them.
    """
    if shown(module) == "reader/sources/tags.py":
        return
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not POSSESSIVE.search(node.value), node.value


@pytest.mark.parametrize("module", modules("reader"), ids=shown)
def test_heavy_libraries_wait_until_they_are_used(module: Path) -> None:
    loaded = set(imported_at_start(tree(module).body))
    assert not HEAVY & loaded or (shown(module).startswith(NUMERIC) and HEAVY & loaded == {"numpy"})


@pytest.mark.parametrize("module", modules("reader"), ids=shown)
def test_the_numeric_folders_are_imported_where_they_are_used(module: Path) -> None:
    packages = [folder.rstrip("/").replace("/", ".") for folder in NUMERIC]
    for node in tree(module).body:
        named = ast.unparse(node) if isinstance(node, ast.Import | ast.ImportFrom) else ""
        used = any(package in named for package in packages)
        assert not used or shown(module).startswith(NUMERIC)


@pytest.mark.parametrize(
    ("entry", "page"),
    [
        pytest.param(entry.stem, page, id=f"{folder}/{entry.stem}")
        for folder, page in REGISTRIES.items()
        for entry in sorted((PACKAGE / folder).glob("[a-z]*.py"))
    ],
)
def test_every_entry_of_a_registry_is_documented(entry: str, page: str) -> None:
    manual = (ROOT / "docs" / page).read_text("utf-8")
    assert re.search(rf"`(reader )?{entry}\b", manual)


@pytest.mark.parametrize(
    "module", [path for path in modules("reader") if path.name != "__init__.py"], ids=shown
)
def test_every_module_has_tests_of_its_own(module: Path) -> None:
    inside = module.relative_to(PACKAGE)
    tested = (ROOT / "tests" / inside).with_name(f"test_{inside.name}").exists()
    elsewhere = {inside.as_posix(), f"{inside.parent.as_posix()}/"} & TESTED_ELSEWHERE.keys()
    assert tested or elsewhere or not does_something(module)


@pytest.mark.parametrize(("path", "reason"), TESTED_ELSEWHERE.items(), ids=TESTED_ELSEWHERE)
def test_a_module_tested_elsewhere_is_there_and_so_are_its_tests(path: str, reason: str) -> None:
    assert (PACKAGE / path).exists()
    assert not (ROOT / "tests" / path).with_name(f"test_{Path(path).name}").exists()
    assert all((ROOT / named).exists() for named in re.findall(r"tests/[\w/.]*\w", reason))


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    lines = {line.partition("#")[0].strip(): line.partition("#")[2] for line in text.splitlines()}
    for dependency in project["dependencies"] + project["optional-dependencies"]["dev"]:
        assert lines[f'"{dependency}",'].strip(), dependency

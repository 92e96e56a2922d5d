"""The lines of the house: import arrows, sizes, and who may print."""

import ast
import statistics
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "dateline"
MODULES = sorted(SOURCE.rglob("*.py"))

# folder -> the folders it may import from (design: imports run downwards only)
ARROWS = {
    "model": set(),
    "knowledge": {"model"},
    "matching": {"model"},
    "read": {"model", "knowledge"},
    "store": {"model"},
    "within": {"model", "knowledge", "matching"},
    "across": {"model", "knowledge", "matching"},
    "tell": {"model", "knowledge", "store"},
    "export": {"model", "knowledge", "store"},
    "run": {"model", "knowledge", "matching", "read", "store", "within", "across", "tell"},
    "web": {"model", "knowledge", "store", "tell", "export", "run", "within", "across"},
    "cli": {"model", "knowledge", "matching", "read", "store", "within", "across", "tell", "export", "run", "web"},
}


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        found |= {name.split(".")[1] for name in names if name.startswith("dateline.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_run_downwards(path):
    folder = path.relative_to(SOURCE).parts[0]
    if folder.endswith(".py"):
        return
    assert imported(path) - {folder} <= ARROWS[folder]


def lengths():
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.end_lineno - node.lineno + 1, f"{path.relative_to(SOURCE)}:{node.name}"


def test_modules_stay_small():
    sizes = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES if p.name != "__init__.py"}
    assert [str(p) for p, size in sizes.items() if size > 400] == []
    assert statistics.median(sizes.values()) <= 110


def test_functions_stay_small():
    sizes = sorted(lengths())
    assert [name for size, name in sizes if size > 60] == []
    assert sizes[len(sizes) // 2][0] <= 9
    assert sizes[len(sizes) * 9 // 10][0] <= 30


@pytest.mark.parametrize("path", [p for p in MODULES if "cli" not in p.parts], ids=lambda p: str(p.relative_to(SOURCE)))
def test_the_library_never_prints(path):
    calls = (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call))
    assert not [n.lineno for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"]


@pytest.mark.parametrize("folder", ["within", "across"])
def test_stages_stand_in_front_and_what_they_are_made_of_in_packages(folder):
    fronts = list((SOURCE / folder).glob("*.py"))
    packages = [path for path in (SOURCE / folder).iterdir() if (path / "__init__.py").exists()]
    assert len(fronts) <= 25
    assert all(len(list(package.glob("*.py"))) <= 20 for package in packages)

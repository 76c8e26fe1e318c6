"""Tests mirror the source: every module has a test file of its name in the matching folder."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "detente"
MODULES = sorted(
    p.relative_to(SOURCE)
    for p in SOURCE.rglob("*.py")
    if p.name not in ("__init__.py", "__main__.py")
)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_module_has_a_test_file(module):
    mirror = ROOT / "tests" / module.parent / f"test_{module.name}"
    assert mirror.exists(), f"write {mirror.relative_to(ROOT)}"


def test_no_test_file_is_left_without_a_module():
    apart = {"house", "contracts", "casebook"}
    tests = [p.relative_to(ROOT / "tests") for p in (ROOT / "tests").rglob("test_*.py")]
    modules = {m.with_suffix("") for m in MODULES}

    def mirrors(test: Path) -> bool:
        name = test.stem.removeprefix("test_")
        return any(m.parent == test.parent and name.startswith(m.name) for m in modules)

    assert not [t for t in tests if t.parts[0] not in apart and not mirrors(t)]

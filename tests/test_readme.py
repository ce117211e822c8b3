"""The README's promises, carried out: its commands, the output that it shows, its Python."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown_after(heading: str) -> str:
    """The first fenced block after a line of the README."""
    match = re.search(rf"{re.escape(heading)}.*?\n```\n(.*?)\n```\n", README, re.DOTALL)
    assert match is not None, f"the README shows no output after {heading!r}"
    return match[1]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_make_report_prints_what_the_readme_shows() -> None:
    done = run("make", "--no-print-directory", "report")
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip() == shown_after("    make report").rstrip()


def test_check_prints_what_the_readme_shows() -> None:
    command = next(line.split() for line in README.splitlines() if line.startswith("    pressbox check "))
    done = run(sys.executable, "-m", "pipeline", *command[1:])
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.rstrip() == shown_after("    " + " ".join(command)).rstrip()


def commands() -> list[str]:
    block = README.split("## In a shell")[1].split("## In Python")[0]
    lines = [line.split("#")[0].strip() for line in block.splitlines() if line.startswith("    pressbox")]
    return [line for line in lines if "articles/" not in line]


@pytest.mark.parametrize("command", commands())
def test_the_shell_commands_work(command: str) -> None:
    words = shlex.split(command)
    files = [str(p.relative_to(ROOT)) for w in words for p in sorted(ROOT.glob(w)) if "*" in w][:3]
    plain = [w for w in words[1:] if "*" not in w]
    done = run(sys.executable, "-m", "pipeline", *plain, *files)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    if words[1] in ("extract", "schema"):
        json.loads(done.stdout)


def test_the_python_runs() -> None:
    code = README.split("```python\n")[1].split("```")[0]
    done = run(sys.executable, "-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "209.38 s"


def test_every_file_that_the_readme_names_exists() -> None:
    for name in re.findall(r"`((?:pipeline|models)/[\w/.]+)`", README):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("command", ["pressbox recap --style roundup samples/roundup/*.txt", "pressbox recap samples/kerr-1500m.txt --s"])
def test_recaps_are_what_the_readme_shows(command: str) -> None:
    line = next(line.strip() for line in README.splitlines() if line.startswith(f"    {command}"))
    words = shlex.split(line)[1:]
    files = [str(path.relative_to(ROOT)) for w in words if "*" in w for path in sorted(ROOT.glob(w))]
    done = run(sys.executable, "-m", "pipeline", *(w for w in words if "*" not in w), *files)
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip() == shown_after(f"    {line}")

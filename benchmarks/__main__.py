"""Runs the benchmarks named on the command line, or all of them, and prints a table with the machine."""

import importlib
import os
import pkgutil
import platform
import sys
from pathlib import Path

import benchmarks
from benchmarks.figures import Figure

NOT_BENCHES = {"__main__", "figures"}


def available() -> list[str]:
    """Modules of this folder that have a `run()`."""
    names = [m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name not in NOT_BENCHES]
    return [n for n in names if "def run(" in Path(benchmarks.__path__[0], f"{n}.py").read_text()]


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, {platform.system()}"


def show(name: str, figures: list[Figure]) -> None:
    print(f"\n## {name}\n\n| what | measured | goal | note |\n|---|---|---|---|")
    for figure in figures:
        print(f"| {figure.name} | {figure.value} | {figure.goal} | {figure.note} |", flush=True)


def main() -> None:
    wanted = sys.argv[1:] or available()
    unknown = sorted(set(wanted) - set(available()))
    if unknown:
        sys.exit(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(available())}")
    print(f"Machine: {machine()}")
    for name in wanted:
        show(name, importlib.import_module(f"benchmarks.{name}").run())


if __name__ == "__main__":
    main()

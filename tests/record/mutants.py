"""Mutation testing of the record: change one thing in a copy of the code and see whether the tests notice.

    python -m tests.record.mutants [HOW_MANY] [SEED]

Draws that many mutants over all modules of the room, in proportion to what can be changed in them. Each is tried
against the tests of its own subject only, so a survivor may still be killed by the rest. Text that people
read, annotations and docstrings are not changed.
"""

import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOM = Path("src/repatria/record")
SECONDS = 120

KEEPING = ["tests/record/test_log.py", "tests/record/test_verify.py"]
SUBJECTS = {
    "formats": ["tests/record/formats", "tests/record/test_vectors.py", "tests/record/test_witness.py"],
    "entries": ["tests/record/test_entries.py", "tests/record/test_commitments.py"],
    "commitments.py": ["tests/record/test_commitments.py"],
    "merkle.py": ["tests/record/test_merkle.py", "tests/record/test_vectors.py"],
    "secrets_file.py": ["tests/record/test_secrets_file.py", *KEEPING],
    "files.py": ["tests/record/test_files.py", *KEEPING],
    "journal.py": ["tests/record/test_files.py", *KEEPING],
    "witness.py": ["tests/record/test_witness.py"],
    "transport.py": ["tests/record/test_witness.py", "tests/cli/test_record.py"],
    "verify.py": ["tests/record/test_verify.py", "tests/record/test_log.py"],
}

COMPARISONS = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATIONS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.LShift: ast.RShift, ast.RShift: ast.LShift, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
}  # fmt: skip
NOT_CODE = {"annotation", "returns", "decorator_list", "type_params"}


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Give each way in which this one node can be changed."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            yield f"{type(op).__name__} to its opposite", with_field(node, "ops", [COMPARISONS[type(op)]()])
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "and/or exchanged", with_field(node, "op", other)
        case ast.UnaryOp(op=ast.Not()):
            yield "not left out", node.operand
        case ast.BinOp() if type(node.op) in OPERATIONS:
            yield f"{type(node.op).__name__} exchanged", with_field(node, "op", OPERATIONS[type(node.op)]())
        case ast.Constant(value=bool()):
            yield "true/false exchanged", ast.Constant(not node.value)
        case ast.Constant(value=int()):
            yield "number plus one", ast.Constant(node.value + 1)
        case ast.Raise() | ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Break() | ast.Continue():
            yield "statement left out", ast.Pass()
        case ast.Return(value=value) if value is not None:
            yield "nothing returned", ast.Return(None)
        case ast.If() | ast.IfExp() | ast.While():
            yield "condition turned round", with_field(node, "test", ast.UnaryOp(ast.Not(), node.test))


def with_field(node: ast.AST, name: str, value: object) -> ast.AST:
    changed = copy.copy(node)
    setattr(changed, name, value)
    return changed


def places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Give every node below `node` with where it hangs, leaving out what is no code."""
    for name, value in ast.iter_fields(node):
        if name in NOT_CODE or is_translated(node):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST):
                yield node, name, index, child
                yield from places(child)


def is_translated(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}


def mutants(path: Path) -> list[tuple[Path, int, str, str]]:
    """Give every mutant of a file: its line, what was changed, and the whole changed text."""
    tree, found = ast.parse(path.read_text()), []
    for parent, name, index, child in places(tree):
        for what, changed in changes(child):
            hang(parent, name, index, changed)
            text = ast.unparse(ast.fix_missing_locations(tree))
            hang(parent, name, index, child)
            found.append((path, getattr(child, "lineno", 0), what, text))
    return found


def hang(parent: ast.AST, name: str, index: int | None, child: ast.AST) -> None:
    if index is None:
        setattr(parent, name, child)
    else:
        getattr(parent, name)[index] = child


def survives(mutant: tuple[Path, int, str, str], place: Path) -> bool:
    path, _line, _what, text = mutant
    inside = path.relative_to(ROOT)
    good = (place / inside).read_text()
    (place / inside).write_text(text)
    subject = inside.relative_to(ROOM).parts[0]
    environment = {
        **os.environ,
        "PYTHONPATH": str(place / "src"),
        "REPATRIA_SHARED": os.environ.get("REPATRIA_SHARED", str(ROOT.parent / "shared")),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    flags = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--hypothesis-profile=quick"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *flags, *SUBJECTS.get(subject, KEEPING)],
            cwd=place,
            env=environment,
            capture_output=True,
            timeout=SECONDS,
        )
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False  # it went round for ever, and the tests noticed
    finally:
        (place / inside).write_text(good)


def main() -> None:
    wanted, seed = (int(arg) for arg in (sys.argv[1:] + ["150", "1"][len(sys.argv) - 1 :]))
    everything = [m for path in sorted((ROOT / ROOM).rglob("*.py")) for m in mutants(path)]
    drawn = random.Random(seed).sample(everything, min(wanted, len(everything)))
    alive = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for part in ("src", "tests"):
            shutil.copytree(ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", place)
        for done, mutant in enumerate(drawn, start=1):
            if survives(mutant, place):
                alive += 1
                path, line, what, _text = mutant
                print(f"SURVIVED {path.relative_to(ROOT)}:{line} {what}", flush=True)
            if done % 10 == 0:
                print(f"{done} of {len(drawn)} (of {len(everything)} possible): {done - alive} killed", flush=True)


if __name__ == "__main__":
    main()

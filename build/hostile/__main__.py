"""``python -m build.hostile [--count 10000] [--seed N] [--kind KIND] [--jobs N] [--keep FOLDER]``."""

import argparse
import random
import sys
import time
from pathlib import Path
from typing import Final

import build.hostile
from build.hostile.campaign import KINDS, everything

KEPT: Final = Path("build/out/hostile")


def main() -> int:
    """Run from the command line; 1 where something failed."""
    parser = argparse.ArgumentParser(prog="python -m build.hostile", description=build.hostile.__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="inputs in all (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=None, help="of all chance; printed, so that a run can be repeated")
    parser.add_argument("--kind", choices=KINDS, default=None, help="only one kind of input")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once (default: %(default)s)")
    parser.add_argument("--keep", type=Path, default=KEPT, help="where failing inputs are kept (default: %(default)s)")
    arguments = parser.parse_args()
    seed = random.randrange(2**32) if arguments.seed is None else arguments.seed  # noqa: S311 - no secret
    print(f"seed {seed}", file=sys.stderr)
    began = time.monotonic()
    kinds = KINDS if arguments.kind is None else (arguments.kind,)
    tally = everything(arguments.count, seed, kinds, arguments.jobs, arguments.keep.resolve())
    print("".join(f"{line}\n" for line in tally.failures), end="")
    print(tally)
    print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())

"""Starts every contestant under each of its settings, lets them work in turn, round after round, and reports the medians."""

import argparse
import contextlib
import json
import os
import pathlib
import platform
import subprocess
import sys
import time
from statistics import median

import report

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "data" / "mnist"
PYTHON = "/usr/bin/python3"


class Contestant:
    """A process that does one piece of work for each line that it is sent."""

    def __init__(self, library, setting, command, environment, ways=("",)):
        self.library, self.setting, self.ways = library, setting, ways
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.answer()
        self.about = self.ask("about")

    def ask(self, *command):
        self.process.stdin.write(" ".join(command).strip() + "\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.library} {self.setting} ended with exit code {self.process.wait()}; its error stands above.")
        return json.loads(line)

    def name(self, way=""):
        return f"{self.setting}, {way}".strip(", ")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def processor():
    """The model of the processor and what vectors it has."""
    with contextlib.suppress(OSError):
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        facts = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
        return facts.get("model name", platform.machine()), facts.get("flags", "").split()
    return platform.processor() or platform.machine(), []


def settings(flags):
    """The threads and kernels to try, as (name, threads of OpenBLAS, other threads, environment)."""
    # What the surroundings say of OpenBLAS must not hold the peers back.
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("OPENBLAS_", "OMP_", "GOTO_"))}
    plain["PYTHONDONTWRITEBYTECODE"] = "1"
    kernels = [("", {})] + ([(", SKYLAKEX", {"OPENBLAS_CORETYPE": "SKYLAKEX"})] if "avx512f" in flags else [])
    for kernel, variables in kernels:
        for blas, others in ((1, 1), (2, 2), (1, 2)):
            threads = f"{blas} thread{'s' if blas > 1 else ''}" + (f", {others} outside products" if others != blas else "")
            yield threads + kernel, blas, others, plain | variables | {"OPENBLAS_NUM_THREADS": str(blas), "OMP_NUM_THREADS": str(others)}


def start(dll, flags):
    yield Contestant("descent", "", ["dotnet", dll, "descent", str(DATA)], None)
    for name, blas, others, environment in settings(flags):
        if blas == others:
            yield Contestant("numpy", name, [PYTHON, str(HERE / "numpy_contestant.py")], environment, ("plain",))
        yield Contestant("pytorch", name, [PYTHON, str(HERE / "pytorch_contestant.py")], environment, ("by-hand", "autograd"))
    for threads in (1, 2):
        name = f"{threads} thread{'s' if threads > 1 else ''}"
        yield Contestant("mathnet", name, ["dotnet", dll, "mathnet", str(DATA), str(threads)], None)


def one_round(contestants, parameters):
    """Every contestant once, as ((library, setting, work), value)."""
    for each in contestants:
        for way in each.ways:
            result = each.ask("epoch", way)
            shown = each.name("" if way == "plain" else way)
            yield (each.library, shown, "epoch"), result["ms"]
            if each.library == "numpy":
                yield (each.library, shown, "numerical_gradient"), each.ask("numerical_gradient", str(parameters))["ms"]
        if each.library == "descent":
            product = each.ask("product")
            yield ("descent", "", "peak"), product["peak"]
            yield ("descent", "", "share"), product["product"] / product["peak"]
            gradient = each.ask("numerical_gradient")
            yield ("descent", "", "numerical_gradient"), gradient["ms"]
            yield ("descent", "", "difference"), gradient["difference"]
            yield ("descent", "", "bytes"), each.ask("allocation")["bytes"]
            for work in ("black_box", "lesson", "numerical_epoch"):
                yield ("descent", "", work), each.ask(work)["ms"]


def warm_up(contestants):
    """Two epochs and more for everyone; returns what each has learnt, for the check."""
    checks, epochs = {}, {}
    for each in contestants:
        for way in each.ways:
            name = f"{each.library} {each.name(way)}"
            checks[name] = each.ask("check", way)
            begin = time.monotonic()
            while name not in epochs or time.monotonic() - begin < 2:
                epochs[name] = each.ask("epoch", way)
    return checks, epochs


def main():
    parser = argparse.ArgumentParser(prog="compare", description="Compares Descent with NumPy, PyTorch and MathNet.Numerics on this machine.")
    parser.add_argument("dll", help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often everyone works, at least 1; 5 by default")
    parser.add_argument("--json", metavar="FILE", help="also write the medians to this file")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a bar is missed")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error(f"--rounds is {options.rounds}, but there must be at least 1 round")

    model, flags = processor()
    contestants, samples = [], {}
    try:
        contestants.extend(start(options.dll, flags))
        checks, epochs = warm_up(contestants)
        if problem := report.disagreement(checks, epochs):
            sys.exit(f"The contestants do not learn the same thing. {problem}")
        for number in range(options.rounds):
            print(f"round {number + 1} of {options.rounds}", file=sys.stderr, flush=True)
            for key, value in one_round(contestants, 1_000):
                samples.setdefault(key, []).append(value)
    finally:
        for each in contestants:
            each.close()

    peak, lesson = median(samples["descent", "", "peak"]), median(samples["descent", "", "lesson"])
    result = report.summary(samples)
    print(f"{model}, {os.cpu_count()} cores, vectors of {contestants[0].about['kernel']}, peak of one core {peak:.1f} GFLOP/s (double), {platform.platform()}")
    print("; ".join(dict.fromkeys(f"{each.about['version']} ({each.about['kernel']})" for each in contestants)))
    print(f"Medians of {options.rounds} interleaved rounds; each library's best setting in bold.\n")
    print(report.text(samples, result, lesson, peak))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2) + "\n")
    missed = [name for name, *_, met in report.bars(result, lesson, peak) if not met]
    print(f"\n{len(missed)} bars missed: {'; '.join(missed)}" if missed else "\nAll bars are met.")
    return 1 if missed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

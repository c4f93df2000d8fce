"""Starts every contestant under each of its settings, lets them work in turn, round after round, and reports the medians."""

import argparse
import contextlib
import dataclasses
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

import report

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "data" / "mnist"
PYTHON = "/usr/bin/python3"


class Process:
    """A program that does one piece of work for each line that it is sent, and answers with a line of JSON."""

    def __init__(self, command, environment=None):
        self.running = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        self.running.stdin.write(line + "\n")
        self.running.stdin.flush()
        answer = self.running.stdout.readline()
        if not answer:
            sys.exit(f"{' '.join(self.running.args)} ended with exit code {self.running.wait()}; its error stands above.")
        return json.loads(answer)

    def close(self):
        self.running.stdin.close()
        self.running.wait()


@dataclasses.dataclass(frozen=True)
class Contestant:
    library: str
    setting: str
    process: Process
    argument: str = ""

    @property
    def name(self):
        return self.library, self.setting

    def ask(self, work):
        return self.process.ask(f"{work} {self.argument}".rstrip())


def processor():
    """The model of the processor, and the instructions that it knows."""
    with contextlib.suppress(OSError):
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        facts = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
        return facts.get("model name", platform.machine()), facts.get("flags", "").split()
    return platform.processor() or platform.machine(), []


def threads(count):
    return f"{count} thread{'s' if count > 1 else ''}"


def environments(flags):
    """The threads and kernels to try in Python, as (description, environment)."""
    # What the surroundings say about OpenBLAS must not hold the peers back.
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("OPENBLAS_", "GOTO_", "OMP_", "GOMP_"))}
    kernels = {"": {}} | ({", SKYLAKEX": {"OPENBLAS_CORETYPE": "SKYLAKEX"}} if "avx512f" in flags else {})
    for kernel, variables in kernels.items():
        for count in (1, 2):
            # PyTorch's own threads must not spin while those of OpenBLAS work: that would cost it a factor of 4.
            chosen = {"OPENBLAS_NUM_THREADS": str(count), "OMP_NUM_THREADS": str(count), "OMP_WAIT_POLICY": "passive"}
            yield threads(count) + kernel, plain | variables | chosen


def start(dll, flags):
    """All contestants: each library under each of its settings."""
    yield Contestant("Descent", "", Process(["dotnet", dll, "descent", str(DATA)]))
    for setting, environment in environments(flags):
        yield Contestant("NumPy", setting, Process([PYTHON, "-B", str(HERE / "numpy_contestant.py")], environment))
        torch = Process([PYTHON, "-B", str(HERE / "pytorch_contestant.py")], environment)
        yield Contestant("PyTorch", f"by hand, {setting}", torch, "by-hand")
        yield Contestant("PyTorch", f"autograd, {setting}", torch, "autograd")
    for count in (1, 2):
        yield Contestant("MathNet", threads(count), Process(["dotnet", dll, "mathnet", str(DATA), str(count)]))


def warm_up(contestants):
    """What each has learnt, by name: in the check that all share, and in the last epoch of a second or more."""
    checks, epochs = {}, {}
    for each in contestants:
        checks[each.name] = each.ask("check")
        begin = time.monotonic()
        while each.name not in epochs or time.monotonic() - begin < 1:
            epochs[each.name] = each.ask("epoch")
    return checks, epochs


def one_round(contestants):
    """Every contestant once, as ((library, setting, work), value)."""
    for each in contestants:
        yield (*each.name, "epoch"), each.ask("epoch")["ms"]
        if each.library == "NumPy":
            yield (*each.name, "numerical gradient"), each.ask("numerical_gradient")["ms"]
        if each.library == "Descent":
            for work in ("numerical gradient", "black box", "lesson", "product", "allocation"):
                for name, value in each.ask(work.replace(" ", "_")).items():
                    yield (*each.name, work if name == "ms" else name), value


def measure(contestants, rounds):
    """All measurements by (library, setting, work)."""
    checks, epochs = warm_up(contestants)
    if problem := report.disagreement(checks, epochs):
        sys.exit(f"The contestants do not learn the same thing. {problem}")

    # A setting that is hopeless while warming up would only take the others' time: that one measurement has to do for it.
    hopeless = report.hopeless({name: epoch["ms"] for name, epoch in epochs.items()})
    samples = {(*name, "epoch"): [epochs[name]["ms"]] for name in hopeless}
    competing = [each for each in contestants if each.name not in hopeless]
    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
        for key, value in one_round(competing):
            samples.setdefault(key, []).append(value)
    # This one has no peer to be fair to, and is long.
    samples["Descent", "", "numerical epoch"] = [contestants[0].ask("numerical_epoch")["ms"]]
    return samples


def main():
    parser = argparse.ArgumentParser(prog="compare", description="Compares Descent with NumPy, PyTorch and MathNet.Numerics on this machine.")
    parser.add_argument("dll", help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often everyone works, at least 1; 5 by default")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write the medians to this file")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a bar is missed")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error(f"--rounds is {options.rounds}, but there must be at least 1 round")

    model, flags = processor()
    contestants = []
    try:
        contestants.extend(start(options.dll, flags))
        abouts = [each.ask("about") for each in contestants]
        samples = measure(contestants, options.rounds)
    finally:
        for process in {each.process for each in contestants}:
            process.close()

    result, bars = report.summary(samples), report.bars(samples)
    print(f"{model}, {os.cpu_count()} cores, vectors of {abouts[0]['kernel']}; {platform.system()}")
    print("; ".join(dict.fromkeys(f"{about['version']} ({about['kernel']})" for about in abouts)))
    print(f"\n{report.text(samples, bars)}\n")
    missed = [bar.name for bar in bars if not bar.met]
    print(f"Missed: {'; '.join(missed)}." if missed else "Every bar is met.")
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n")
    return 1 if missed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

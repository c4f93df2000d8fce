"""What the measurements mean: medians, best settings, ratios and bars. `samples` maps (library, setting, work) to one number a round."""

import dataclasses
from statistics import median

# x·W1 and xᵀδ1; h·W2, hᵀδ2 and δ2·W2ᵀ. A multiplication and an addition count as two operations.
STEP = 2 * 100 * (2 * 784 * 50 + 3 * 50 * 10)
EVALUATION = 2 * 70_000 * (784 * 50 + 50 * 10)
DENSE_GFLOP = {"epoch": (600 * STEP + EVALUATION) / 1e9, "lesson": (10_000 * STEP + 17 * EVALUATION) / 1e9}

TITLES = {
    "epoch": "one epoch",
    "lesson": "full lesson 5 run",
    "numerical gradient": "numerical gradient, all 39,760 parameters",
    "black box": "the same by `Gradients.Numerical`",
    "numerical epoch": "one epoch by numerical gradients",
}


@dataclasses.dataclass(frozen=True)
class Bar:
    name: str
    measured: float
    limit: float
    at_least: bool = False

    @property
    def met(self):
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


def best(samples, library, work):
    """The median of a library at some work under the setting where it is smallest."""
    return min(median(values) for (who, _, what), values in samples.items() if (who, what) == (library, work))


def summary(samples):
    """What goes into the JSON file."""
    return {
        "epoch": {f"{library.lower()}_ms": best(samples, library, "epoch") for library in ("Descent", "NumPy", "PyTorch", "MathNet")},
        "numerical_gradient": {
            "descent_ms": best(samples, "Descent", "numerical gradient"),
            "numpy_ms": best(samples, "NumPy", "numerical gradient"),
            "black_box_ms": best(samples, "Descent", "black box"),
            "largest_difference": max(samples["Descent", "", "largest difference"]),
        },
        "product_share_of_peak": best(samples, "Descent", "share of peak"),
        "bytes_per_step": best(samples, "Descent", "bytes per step"),
        "numerical_epoch_s": best(samples, "Descent", "numerical epoch") / 1000,
    }


def floor(samples, work):
    """The milliseconds that the dense arithmetic of some work takes one core at its measured peak."""
    return DENSE_GFLOP[work] / best(samples, "Descent", "peak") * 1000


def bars(samples):
    result = summary(samples)
    epoch, gradient = result["epoch"], result["numerical_gradient"]
    return [
        Bar("epoch: NumPy's time by ours", epoch["numpy_ms"] / epoch["descent_ms"], 3, at_least=True),
        Bar("epoch: PyTorch's time by ours", epoch["pytorch_ms"] / epoch["descent_ms"], 2.5, at_least=True),
        Bar("epoch: MathNet's time by ours", epoch["mathnet_ms"] / epoch["descent_ms"], 20, at_least=True),
        Bar("product x·W1: share of one core's peak", result["product_share_of_peak"], 0.85, at_least=True),
        Bar("numerical gradient: NumPy's time by ours", gradient["numpy_ms"] / gradient["descent_ms"], 700, at_least=True),
        Bar("its largest difference from backpropagation", gradient["largest_difference"], 2e-9),
        Bar("black box: NumPy's time by ours", gradient["numpy_ms"] / gradient["black_box_ms"], 3, at_least=True),
        Bar("one epoch by numerical gradients, in seconds", result["numerical_epoch_s"], 20),
        Bar("bytes allocated in a step", result["bytes_per_step"], 4096),
        Bar("full lesson 5 run: our time by the dense floor", best(samples, "Descent", "lesson") / floor(samples, "lesson"), 3),
    ]


def hopeless(epochs):
    """The contestants, (library, setting), that need more than twice the time of their library's fastest setting."""
    fastest = {}
    for (library, _), milliseconds in epochs.items():
        fastest[library] = min(milliseconds, fastest.get(library, milliseconds))
    return {name for name, milliseconds in epochs.items() if milliseconds > 2 * fastest[name[0]]}


def disagreement(checks, epochs):
    """Why the contestants did not all learn the same thing, or None. Both map a contestant to what it reported."""
    for key in ("loss", "weights"):
        wanted = next(iter(checks.values()))[key]
        for name, found in checks.items():
            if not abs(found[key] - wanted) <= 1e-9 * abs(wanted):
                return f"After 10 equal steps {' '.join(name)} reports {key} {found[key]!r}, and the first contestant {wanted!r}."
    for key, tolerance in (("loss", 0.1), ("train", 0.03), ("test", 0.03)):
        wanted = median(found[key] for found in epochs.values())
        for name, found in epochs.items():
            if not abs(found[key] - wanted) <= tolerance:
                return f"After an epoch {' '.join(name)} reports {key} {found[key]:.4f}, and half of all no more than {wanted:.4f}."
    return None


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def text(samples, bars):
    """Two Markdown tables: what was measured, and what that says about the bars."""
    rows = []
    for work, title in TITLES.items():
        ours = best(samples, "Descent", work)
        lines = [(floor(samples, work), "one core at its peak, dense", "", "")] if work in DENSE_GFLOP else []
        for (library, setting, what), values in samples.items():
            if what == work:
                name = f"{library}, {setting}".rstrip(", ")
                chosen = f"**{name}**" if median(values) == best(samples, library, work) else name
                lines.append((median(values), chosen, f"{number(min(values))} to {number(max(values))}", str(len(values))))
        rows += [[title, name, number(time), spread, rounds, number(time / ours)] for time, name, spread, rounds in sorted(lines)]
    peak = f"Peak of one core: {number(best(samples, 'Descent', 'peak'))} GFLOP/s in double precision."
    measured = table(["work", "by", "median, ms", "range", "rounds", "times Descent's"], rows)
    judged = table(
        ["bar", "measured", "limit", "met"],
        [[bar.name, number(bar.measured), f"at {'least' if bar.at_least else 'most'} {number(bar.limit)}", "yes" if bar.met else "no"] for bar in bars],
    )
    return f"{peak}\n\n{measured}\n\n{judged}"

"""What the measurements mean: medians, best settings, ratios and the bars. Knows no contestant."""

from statistics import median

PARAMETERS = 39_760
STEP_GFLOP = (2 * 2 * 100 * 784 * 50 + 3 * 2 * 100 * 50 * 10) / 1e9      # x·W1, xᵀδ1; h·W2, hᵀδ2, δ2·W2ᵀ
EVALUATION_GFLOP = 70_000 * 2 * (784 * 50 + 50 * 10) / 1e9
EPOCH_GFLOP = 600 * STEP_GFLOP + EVALUATION_GFLOP
LESSON_GFLOP = 10_000 * STEP_GFLOP + 17 * EVALUATION_GFLOP


def best(samples, library, work):
    """The setting of a library with the smallest median for some work, and that median."""
    medians = {setting: median(times) for (name, setting, did), times in samples.items() if (name, did) == (library, work)}
    setting = min(medians, key=medians.get)
    return setting, medians[setting]


def summary(samples):
    """The result in the shape of the JSON file. `samples` maps (library, setting, work) to the measurements of all rounds."""

    def value(library, work):
        return best(samples, library, work)[1]

    return {
        "epoch": {f"{name}_ms": value(name, "epoch") for name in ("descent", "numpy", "pytorch", "mathnet")},
        "numerical_gradient": {
            "descent_ms": value("descent", "numerical_gradient"),
            "numpy_ms": value("numpy", "numerical_gradient"),
            "black_box_ms": value("descent", "black_box"),
            "largest_difference": max(samples["descent", "", "difference"]),
        },
        "product_share_of_peak": value("descent", "share"),
        "bytes_per_step": value("descent", "bytes"),
        "numerical_epoch_s": value("descent", "numerical_epoch") / 1000,
    }


def lesson_floor_ms(peak):
    """How long the dense arithmetic of lesson 5's run takes on one core at its peak, in GFLOP/s."""
    return LESSON_GFLOP / peak * 1000


def bars(result, lesson_ms, peak):
    """Each bar: what it is about, what was measured, the limit, and whether a larger number is better."""
    epoch, gradient = result["epoch"], result["numerical_gradient"]
    rows = [
        ("epoch, NumPy / Descent", epoch["numpy_ms"] / epoch["descent_ms"], 3, True),
        ("epoch, PyTorch / Descent", epoch["pytorch_ms"] / epoch["descent_ms"], 2.5, True),
        ("epoch, MathNet / Descent", epoch["mathnet_ms"] / epoch["descent_ms"], 20, True),
        ("product x·W1, share of one core's peak", result["product_share_of_peak"], 0.85, True),
        ("numerical gradient, NumPy / Descent", gradient["numpy_ms"] / gradient["descent_ms"], 700, True),
        ("largest difference from backpropagation", gradient["largest_difference"], 2e-9, False),
        ("numerical gradient, NumPy / black box", gradient["numpy_ms"] / gradient["black_box_ms"], 3, True),
        ("epoch by numerical gradients alone, s", result["numerical_epoch_s"], 20, False),
        ("bytes allocated per step", result["bytes_per_step"], 4096, False),
        ("full lesson 5 run / dense floor of one core", lesson_ms / lesson_floor_ms(peak), 3, False),
    ]
    return [(name, measured, limit, larger, measured >= limit if larger else measured <= limit) for name, measured, limit, larger in rows]


def disagreement(checks, epochs):
    """Why the contestants did not all learn the same thing, or None. Both arguments map a contestant to what it reported."""
    _, wanted = next(iter(checks.items()))
    for name, found in checks.items():
        for key in ("loss", "weights"):
            if not abs(found[key] - wanted[key]) <= 1e-9 * abs(wanted[key]):
                return f"{name}: after 10 equal steps its {key} is {found[key]!r}, but the first contestant's is {wanted[key]!r}."
    for key, tolerance in (("loss", 0.1), ("train", 0.03), ("test", 0.03)):
        middle = median(found[key] for found in epochs.values())
        for name, found in epochs.items():
            if not abs(found[key] - middle) <= tolerance:
                return f"{name}: after an epoch its {key} is {found[key]:.4f}, but the median is {middle:.4f}."
    return None


def table(header, rows):
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def number(value):
    """Three or four digits, as people write them."""
    if value >= 1000:
        return f"{value:,.0f}"
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}"


def text(samples, result, lesson_ms, peak):
    """The tables as Markdown."""
    floors = {"epoch": EPOCH_GFLOP / peak * 1000, "lesson": lesson_floor_ms(peak)}
    work_names = {"epoch": "one epoch", "lesson": "full lesson 5 run", "numerical_gradient": "numerical gradient", "black_box": "the same as a black box"}
    rows = []
    for work, title in work_names.items():
        descent = median(samples["descent", "", work])
        for (library, setting, did), times in samples.items():
            if did == work:
                chosen = setting == best(samples, library, work)[0]
                name = f"{library} {setting}".strip()
                rows.append((title, f"**{name}**" if chosen else name, number(median(times)), number(min(times)), number(max(times)), number(median(times) / descent)))
        if work in floors:
            rows.append((title, "dense arithmetic at one core's peak", number(floors[work]), "", "", number(floors[work] / descent)))
    measured = table(("work", "by", "median ms", "least", "most", "relative to Descent"), rows)
    judged = table(
        ("bar", "measured", "limit", "met"),
        [(name, number(value), f"{'at least' if larger else 'at most'} {limit:g}", "yes" if met else "**no**") for name, value, limit, larger, met in bars(result, lesson_ms, peak)],
    )
    return f"{measured}\n\n{judged}"

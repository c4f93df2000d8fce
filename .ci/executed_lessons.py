"""The lessons as nbconvert has run them, against what is saved in them: the same text and figures, no error, nothing on stderr.

Usage: executed_lessons.py FOLDER LESSON…, where FOLDER holds an executed copy of each of the lessons."""

import json
import re
import sys
from pathlib import Path

PLOTLY = "application/vnd.plotly.v1+json"
# As in `descent check`: sines and exponentials come from each system's own library.
TOLERANCE = 1e-9
# What .NET Interactive displays on its own account: where it listens, and which packages and extensions a cell has loaded.
NOTICES = (
    "<div>\n    <div id='dotnet-interactive-this-cell",
    "<div><div></div><div></div><div><strong>Installed Packages</strong>",
    "Loading extensions from `",
)


def text_of(lines):
    """Text without the bytes of the pictures in it, which may be packed in several ways."""
    text = "".join(lines).replace("\r\n", "\n")
    return re.sub("(?<=data:image/png;base64,)[A-Za-z0-9+/=]+", "", text)


def is_notice(output):
    forms = output.get("data", {})
    return any(text_of(forms.get(form, "")).lstrip().startswith(NOTICES) for form in ("text/plain", "text/html"))


def gathered(outputs):
    """The outputs without the engine's notices, with what was written to one stream joined."""
    joined = []
    for output in outputs:
        if is_notice(output):
            continue
        if output["output_type"] == "stream":
            output = output | {"text": text_of(output["text"])}
            if joined and joined[-1].get("name") == output["name"]:
                joined[-1]["text"] += output["text"]
                continue
        joined.append(output)
    return joined


def kind(output):
    return output.get("name") or output["output_type"]


def figure_of(form):
    """.NET Interactive hands Jupyter a figure's JSON as text."""
    return json.loads(form) if isinstance(form, str) else form


def has_points(figure):
    return any(trace.get(axis) for trace in figure["data"] for axis in ("x", "y", "z"))


def first_difference(saved, now, place):
    """Where two parts of figures differ, in words; None where they do not."""
    if isinstance(saved, dict) and isinstance(now, dict) and saved.keys() == now.keys():
        pairs = [(saved[key], now[key], f"{place}.{key}") for key in saved]
    elif isinstance(saved, list) and isinstance(now, list) and len(saved) == len(now):
        pairs = [(one, other, f"{place}[{index}]") for index, (one, other) in enumerate(zip(saved, now))]
    elif saved == now or are_close(saved, now):
        return None
    else:
        return f"{place}: saved is {json.dumps(saved)[:200]}, shown {json.dumps(now)[:200]}"
    return next(filter(None, (first_difference(*pair) for pair in pairs)), None)


def are_close(saved, now):
    numbers = (int, float)
    return isinstance(saved, numbers) and isinstance(now, numbers) and abs(saved - now) <= TOLERANCE * max(abs(saved), abs(now))


def figure_complaints(saved, now):
    if not has_points(now):
        yield "a figure without points"
    if difference := first_difference(saved, now, "figure"):
        yield difference


def form_complaints(saved, now):
    """Engines give a value several forms: those that both have must agree, and a figure must be one in both."""
    common = saved.keys() & now.keys()
    if (PLOTLY in saved) != (PLOTLY in now) or not common:
        yield f"saved as {sorted(saved)}, shown as {sorted(now)}"
    for form in sorted(common):
        if form == PLOTLY:
            yield from figure_complaints(saved[form], figure_of(now[form]))
        elif text_of(saved[form]) != text_of(now[form]):
            yield f"saved is {text_of(saved[form])!r}, shown {text_of(now[form])!r}"


def output_complaints(saved, now):
    if "data" in now:
        yield from form_complaints(saved["data"], now["data"])
    elif saved.get("text") != now.get("text"):
        yield f"saved is {saved['text']!r}, printed {now['text']!r}"


def cell_complaints(saved, now):
    """What is wrong with a cell that was run. One tagged `varies` shows something else each time, in outputs of the same kinds."""
    saved_outputs, outputs = gathered(saved["outputs"]), gathered(now["outputs"])
    for output in outputs:
        if kind(output) == "error":
            yield f"{output['ename']}: {output['evalue']}"
        if kind(output) == "stderr":
            yield f"stderr: {output['text']}"
    saved_kinds, kinds = list(map(kind, saved_outputs)), list(map(kind, outputs))
    if saved_kinds != kinds:
        yield f"saved are {saved_kinds}, shown {kinds}"
    elif "varies" not in saved["metadata"].get("tags", []):
        for pair in zip(saved_outputs, outputs):
            yield from output_complaints(*pair)


def cells_of(path):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def figures_in(cells):
    return sum(PLOTLY in output.get("data", {}) for cell in cells for output in cell["outputs"])


def main(folder, *lessons):
    failed = not lessons
    for lesson in map(Path, lessons):
        saved, now = cells_of(lesson), cells_of(Path(folder) / lesson.name)
        complaints = [f"{old['id']}: {complaint}" for old, new in zip(saved, now, strict=True) for complaint in cell_complaints(old, new)]
        failed |= bool(complaints)
        print("\n  ".join([f"{lesson.name}: {len(now)} cells, {figures_in(now)} figures, {len(complaints)} complaints", *complaints]))
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Whether what an executed lesson shows wrongly is found."""

import copy
import json
import unittest

from executed_lessons import PLOTLY, cell_complaints

FIGURE = {"data": [{"x": [1, 2], "y": [0.12345, 7.0]}], "layout": {"title": {"text": "Loss"}}}
CELL = {
    "id": "a",
    "metadata": {},
    "outputs": [
        {"output_type": "stream", "name": "stdout", "text": ["loss 0.1\n", "done\n"]},
        {"output_type": "display_data", "data": {PLOTLY: FIGURE, "image/png": "drawn", "text/plain": ["Figure"]}},
        {"output_type": "execute_result", "data": {"text/html": "<b>1</b>\n", "text/plain": "1"}},
    ],
}


def stream(name, text):
    return {"output_type": "stream", "name": name, "text": text}


class ExecutedLessonsTests(unittest.TestCase):
    def setUp(self):
        self.cell = copy.deepcopy(CELL)
        self.outputs = self.cell["outputs"]
        # What .NET Interactive makes of it.
        self.outputs[0:1] = [stream("stdout", "loss 0.1\n"), stream("stdout", "done\n")]
        self.outputs[2]["data"] = {PLOTLY: json.dumps(FIGURE), "text/html": "<script>draw()</script>", "text/plain": "Figure"}
        self.outputs[3]["data"] = {"text/html": "<b>1</b>\r\n"}

    def plant(self, figure):
        self.outputs[2]["data"][PLOTLY] = json.dumps(figure)

    def assert_found(self, *complaints):
        self.assertEqual(list(complaints), list(cell_complaints(CELL, self.cell)))

    def test_the_same_is_fresh(self):
        self.assert_found()

    def test_the_engines_notices_are_left_out(self):
        self.outputs.insert(0, {"output_type": "display_data", "data": {"text/plain": "Loading extensions from `/a.dll`"}})
        self.outputs.insert(2, {"output_type": "display_data", "data": {"text/html": "\r\n<div>\r\n    <div id='dotnet-interactive-this-cell-1'>"}})
        self.assert_found()

    def test_text(self):
        self.outputs[1]["text"] = "done"
        self.assert_found("saved is 'loss 0.1\\ndone\\n', printed 'loss 0.1\\ndone'")

    def test_a_value(self):
        self.outputs[3]["data"] = {"text/html": "<b>2</b>"}
        self.assert_found("saved is '<b>1</b>\\n', shown '<b>2</b>'")

    def test_a_value_without_a_common_form(self):
        self.outputs[3]["data"] = {"text/markdown": "1"}
        self.assert_found("saved as ['text/html', 'text/plain'], shown as ['text/markdown']")

    def test_a_digit_of_a_figure(self):
        self.plant({**FIGURE, "data": [{"x": [1, 2], "y": [0.12346, 7]}]})
        self.assert_found("figure.data[0].y[0]: saved is 0.12345, shown 0.12346")

    def test_a_point_too_few(self):
        self.plant({**FIGURE, "data": [{"x": [1, 2], "y": [0.12345]}]})
        self.assert_found("figure.data[0].y: saved is [0.12345, 7.0], shown [0.12345]")

    def test_a_figure_without_points(self):
        self.plant({**FIGURE, "data": [{"x": [], "y": []}]})
        self.assert_found("a figure without points", "figure.data[0].x: saved is [1, 2], shown []")

    def test_a_figure_that_is_none(self):
        del self.outputs[2]["data"][PLOTLY]
        self.assert_found(f"saved as ['{PLOTLY}', 'image/png', 'text/plain'], shown as ['text/html', 'text/plain']")

    def test_a_missing_output(self):
        del self.outputs[3]
        self.assert_found("saved are ['stdout', 'display_data', 'execute_result'], shown ['stdout', 'display_data']")

    def test_another_order(self):
        self.outputs.reverse()
        self.assert_found("saved are ['stdout', 'display_data', 'execute_result'], shown ['execute_result', 'display_data', 'stdout']")

    def test_stderr_and_errors_also_where_the_outputs_vary(self):
        self.cell["outputs"] = [stream("stderr", "warning\n"), {"output_type": "error", "ename": "E", "evalue": "m"}]
        saved = {"metadata": {"tags": ["varies"]}, "outputs": self.cell["outputs"]}
        self.assertEqual(["stderr: warning\n", "E: m"], list(cell_complaints(saved, self.cell)))


if __name__ == "__main__":
    unittest.main()

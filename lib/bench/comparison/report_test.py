"""The arithmetic of the report, with numbers made up so that each answer can be seen."""

import unittest

import report


def samples(**changed):
    """Measurements that meet every bar, most of them just so; `changed` replaces some by their work, or by library and work."""
    found = {
        ("Descent", "", "epoch"): [100.0, 90.0, 110.0],
        ("NumPy", "1 thread", "epoch"): [400.0, 301.0, 299.0],
        ("NumPy", "2 threads", "epoch"): [1.0, 500.0, 600.0],
        ("PyTorch", "by hand", "epoch"): [250.0, 250.0, 250.0],
        ("MathNet", "1 thread", "epoch"): [2_000.0, 2_000.0, 2_000.0],
        ("Descent", "", "numerical gradient"): [10.0, 10.0, 10.0],
        ("NumPy", "1 thread", "numerical gradient"): [7_000.0, 7_000.0, 7_000.0],
        ("Descent", "", "black box"): [2_000.0, 2_000.0, 2_000.0],
        ("Descent", "", "largest difference"): [1e-10, 2e-9, 1e-10],
        ("Descent", "", "share of peak"): [0.85, 0.9, 0.5],
        ("Descent", "", "bytes per step"): [4_096.0, 0.0, 5_000.0],
        ("Descent", "", "numerical epoch"): [20_000.0],
        ("Descent", "", "peak"): [100.0, 100.0, 100.0],
        ("Descent", "", "lesson"): [7_000.0, 7_000.0, 7_000.0],
    }
    for work, values in changed.items():
        found["Descent", "", work.replace("_", " ")] = values
    return found


class ReportTest(unittest.TestCase):
    def test_a_setting_is_judged_by_its_median_and_the_best_one_counts(self):
        self.assertEqual(report.best(samples(), "NumPy", "epoch"), 301.0)  # not 1.0, the smallest of all; not 333.3, a mean

    def test_the_json_has_exactly_the_agreed_shape(self):
        self.assertEqual(
            report.summary(samples()),
            {
                "epoch": {"descent_ms": 100.0, "numpy_ms": 301.0, "pytorch_ms": 250.0, "mathnet_ms": 2_000.0},
                "numerical_gradient": {"descent_ms": 10.0, "numpy_ms": 7_000.0, "black_box_ms": 2_000.0, "largest_difference": 2e-9},
                "product_share_of_peak": 0.85,
                "bytes_per_step": 4_096.0,
                "numerical_epoch_s": 20.0,
            },
        )

    def test_the_dense_arithmetic_is_what_the_shapes_say(self):
        self.assertAlmostEqual(report.DENSE_GFLOP["epoch"], 15.146)
        self.assertAlmostEqual(report.DENSE_GFLOP["lesson"], 254.286)
        self.assertAlmostEqual(report.floor(samples(), "epoch"), 151.46)

    def test_a_bar_is_met_at_its_limit(self):
        bars = report.bars(samples())
        self.assertEqual([bar.name for bar in bars if not bar.met], [])
        self.assertEqual([round(bar.measured, 9) for bar in bars[:5]], [3.01, 2.5, 20.0, 0.85, 700.0])
        self.assertEqual([round(bar.measured, 9) for bar in bars[5:9]], [2e-9, 3.5, 20.0, 4_096.0])
        self.assertAlmostEqual(bars[9].measured, 7_000 / 2_542.86)

    def test_every_bar_can_be_missed(self):
        worse = samples(
            epoch=[101.0] * 3, share_of_peak=[0.84] * 3, numerical_gradient=[10.1] * 3, largest_difference=[0.0, 2.1e-9],
            black_box=[2_334.0] * 3, numerical_epoch=[20_001.0], bytes_per_step=[4_097.0] * 3, lesson=[7_700.0] * 3,
        )
        self.assertEqual([bar.name for bar in report.bars(worse) if bar.met], [])

    def test_the_text_says_which_bar_is_missed_and_marks_the_best_setting(self):
        found = samples(numerical_epoch=[20_001.0])
        text = report.text(found, report.bars(found))
        self.assertIn("| one epoch | **NumPy, 1 thread** | 301 | 299 to 400 | 3 | 3.01 |", text)
        self.assertIn("| one epoch | NumPy, 2 threads | 500 | 1 to 600 | 3 | 5 |", text)
        self.assertIn("| one epoch by numerical gradients, in seconds | 20 | at most 20 | no |", text)
        self.assertEqual(text.count("| no |"), 1)

    def test_settings_beyond_twice_the_best_are_hopeless_and_no_others(self):
        epochs = {("A", "1"): 10.0, ("A", "2"): 20.0, ("A", "3"): 20.1, ("B", "1"): 900.0}
        self.assertEqual(report.hopeless(epochs), {("A", "3")})

    def test_contestants_must_learn_the_same_thing(self):
        checks = {("A", "1"): {"loss": 2.0, "weights": 100.0}, ("B", "1"): {"loss": 2.0, "weights": 100.0}}
        epochs = {name: {"loss": 0.9, "train": 0.79, "test": 0.8} for name in checks}
        self.assertIsNone(report.disagreement(checks, epochs))

        other = checks | {("B", "1"): {"loss": 2.0, "weights": 100.000001}}
        self.assertIn("After 10 equal steps B 1 reports weights 100.000001", report.disagreement(other, epochs))
        unknown = checks | {("B", "1"): {"loss": float("nan"), "weights": 100.0}}
        self.assertIn("B 1 reports loss nan", report.disagreement(unknown, epochs))
        lazy = epochs | {("B", "1"): {"loss": 0.9, "train": 0.79, "test": 0.7}}
        self.assertIn("After an epoch", report.disagreement(checks, lazy))


if __name__ == "__main__":
    unittest.main()

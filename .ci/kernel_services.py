"""What JupyterLab and VS Code ask of a kernel, asked of the installed one. Every wait has an end, and so has the whole run."""

import faulthandler
import os
import tempfile
import time
import unittest
from pathlib import Path

from jupyter_client.manager import KernelManager

KERNEL = ".net-csharp"
COURSE = Path(__file__).resolve().parent.parent
LIBRARY = (COURSE / "lib/bin/Descent.dll").as_posix()
DATA = (COURSE / "data/mnist").as_posix()
WAIT = 60
WHOLE_RUN = 600
# A learner should wait at most 200 ms for an interrupt. One of a few tries may find the machine busy with something else.
INTERRUPT_LIMIT = 0.2
INTERRUPT_TRIES = 3


def summary(message):
    """The part of an output that a front end shows; None for messages about the kernel's own state."""
    kind, content = message["msg_type"], message["content"]
    if kind in ("status", "execute_input"):
        return None
    shown = {
        "stream": lambda: (content["name"], content["text"]),
        "error": lambda: content["ename"],
    }.get(kind, lambda: content["data"]["text/plain"])
    return kind, shown()


class KernelServicesTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager = KernelManager(kernel_name=KERNEL)
        cls.manager.start_kernel()
        cls.client = cls.manager.client()
        cls.client.start_channels()
        cls.client.wait_for_ready(timeout=WAIT)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def reply_to(self, request):
        while True:
            reply = self.client.get_shell_msg(timeout=WAIT)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"]

    def published_for(self, request):
        """The next message on IOPub that belongs to the request."""
        while True:
            message = self.client.get_iopub_msg(timeout=WAIT)
            if message["parent_header"].get("msg_id") == request:
                return message

    def outputs_of(self, request):
        """All messages on IOPub up to and without the idle status."""
        messages = []
        while True:
            message = self.published_for(request)
            if message["content"].get("execution_state") == "idle":
                return messages
            messages.append(message)

    def run_cell(self, code):
        request = self.client.execute(code)
        outputs = self.outputs_of(request)
        return self.reply_to(request), outputs

    def assert_shows(self, code, *expected):
        reply, outputs = self.run_cell(code)
        self.assertEqual("ok", reply["status"], reply)
        self.assertEqual(list(expected), [shown for shown in map(summary, outputs) if shown])

    def test_execute_publishes_in_order(self):
        reply, outputs = self.run_cell('Console.WriteLine("hi"); 6 * 7')
        self.assertEqual("ok", reply["status"])
        self.assertEqual(["status", "execute_input", "stream", "execute_result"], [message["msg_type"] for message in outputs])
        self.assertEqual(("stream", ("stdout", "hi\n")), summary(outputs[2]))
        self.assertEqual(("execute_result", "42"), summary(outputs[3]))
        self.assertEqual(reply["execution_count"], outputs[3]["content"]["execution_count"])

    def test_a_failing_cell_says_so_and_the_next_one_runs(self):
        reply, outputs = self.run_cell('throw new InvalidOperationException("on purpose");')
        self.assertEqual(("error", "on purpose"), (reply["status"], reply["evalue"]))
        self.assertEqual(("error", "System.InvalidOperationException"), summary(outputs[-1]))
        self.assert_shows("1 + 1", ("execute_result", "2"))

    def test_update_display_data_names_the_display_that_it_changes(self):
        _, outputs = self.run_cell('var shown = display("first"); shown.Update("second");')
        display, update = outputs[2:]
        self.assertEqual(("display_data", "first"), summary(display))
        self.assertEqual(("update_display_data", "second"), summary(update))
        self.assertTrue(display["content"]["transient"]["display_id"])
        self.assertEqual(display["content"]["transient"], update["content"]["transient"])
        self.assertEqual(display["content"]["metadata"], update["content"]["metadata"])

    def test_update_display_data_from_work_that_outlives_its_cell(self):
        request = self.client.execute('var late = display("now"); _ = Task.Run(async () => { await Task.Delay(500); late.Update("later"); });')
        display = self.outputs_of(request)[-1]
        self.reply_to(request)
        self.assertEqual(("display_data", "now"), summary(display))
        update = self.published_for(request)
        self.assertEqual(("update_display_data", "later"), summary(update))
        self.assertEqual(display["content"]["transient"], update["content"]["transient"])

    def test_complete_replaces_the_word_at_the_cursor(self):
        for code in ("Console.WriteL", 'var face = "😀"; Console.WriteL'):
            reply = self.reply_to(self.client.complete(code, len(code)))
            self.assertEqual("ok", reply["status"])
            self.assertEqual(["WriteLine"], reply["matches"])
            self.assertEqual((len(code) - len("WriteL"), len(code)), (reply["cursor_start"], reply["cursor_end"]))

    def test_complete_knows_earlier_cells(self):
        self.run_cell("var rememberedName = 1;")
        self.assertIn("rememberedName", self.reply_to(self.client.complete("remembered", 10))["matches"])

    def test_inspect_shows_signature_and_documentation(self):
        reply = self.reply_to(self.client.inspect("Math.Sqrt", 9))
        self.assertTrue(reply["found"])
        self.assertIn("double Math.Sqrt(double d)", reply["data"]["text/plain"])
        self.assertIn("Returns the square root of a specified number.", reply["data"]["text/plain"])
        self.assertFalse(self.reply_to(self.client.inspect("nothingOfThatName", 5))["found"])

    def test_input_reaches_the_cell(self):
        request = self.client.execute('Console.Write("name? "); Console.WriteLine("got " + Console.ReadLine());', allow_stdin=True)
        question = self.client.get_stdin_msg(timeout=WAIT)
        self.assertEqual("input_request", question["msg_type"])
        self.assertEqual(request, question["parent_header"]["msg_id"])
        self.client.input("Ada")
        shown = [text for kind, (_, text) in map(summary, self.outputs_of(request)[2:])]
        self.assertEqual("name? got Ada\n", "".join(shown))
        self.assertEqual("ok", self.reply_to(request)["status"])

    def test_interrupt_stops_a_cell_and_keeps_its_variables(self):
        setup = ('#r "nuget: MathNet.Numerics, 5.0.0"\n#r "' + LIBRARY + '"\nusing Descent;', f'var kept = 41; var mnist = Mnist.Load("{DATA}");')
        for cell in setup:
            reply, _ = self.run_cell(cell)
            self.assertEqual("ok", reply["status"], reply)
        for code in (
            "while (true) {}",
            "await Task.Delay(-1);",
            "while (true) await Task.Delay(10);",
            "await Task.Yield(); while (true) {}",
            "while (true) System.Threading.Thread.Sleep(20);",
            "Sgd.Train(TwoLayerNetwork.Random(784, 50, 10, 1), mnist.Train, mnist.Test, new SgdOptions { Steps = 1_000_000 });",
        ):
            with self.subTest(code):
                seconds = min(self.interrupt(code) for _ in range(INTERRUPT_TRIES))
                print(f"interrupted after {1000 * seconds:4.0f} ms: {code}")
                self.assertLess(seconds, INTERRUPT_LIMIT)

    def interrupt(self, code):
        """Seconds from the interrupt of a cell that runs to its reply; the next cell runs, with the variables."""
        request = self.client.execute(code)
        while self.published_for(request)["msg_type"] != "execute_input":
            pass
        time.sleep(0.5)
        begin = time.perf_counter()
        self.manager.interrupt_kernel()
        reply = self.reply_to(request)
        seconds = time.perf_counter() - begin
        self.assertEqual(("error", "Interrupted"), (reply["status"], reply.get("ename")), reply)
        self.assertEqual([("error", "Interrupted")], [summary(message) for message in self.outputs_of(request)])
        self.assert_shows("kept + 1", ("execute_result", "42"))
        return seconds

    def test_the_installed_kernel_outlives_a_rebuild_of_the_checkout(self):
        program = Path(self.manager.kernel_spec.argv[1])
        self.assertTrue(program.is_file())
        self.assertIn(Path(os.environ["XDG_DATA_HOME"]), program.parents)
        self.assertNotIn(COURSE, program.parents)

    def test_a_library_that_is_not_where_the_notebook_says_is_named(self):
        with tempfile.TemporaryDirectory() as elsewhere:
            manager = KernelManager(kernel_name=KERNEL)
            manager.start_kernel(cwd=elsewhere)
            client = manager.client()
            client.start_channels()
            try:
                client.wait_for_ready(timeout=WAIT)
                reply = client.execute('#r "../lib/bin/Descent.dll"', reply=True, timeout=WAIT)["content"]
            finally:
                client.stop_channels()
                manager.shutdown_kernel(now=True)
        missing = Path(elsewhere).resolve().parent / "lib/bin/Descent.dll"
        self.assertEqual("error", reply["status"])
        self.assertIn(f"was not found at {missing}", reply["evalue"])

    def test_a_message_without_the_key_is_dropped_and_logged(self):
        def entries():
            return "".join(log.read_text() for log in (Path(os.environ["XDG_DATA_HOME"]) / "descent/logs").glob("*"))

        before = entries().count("dropped")
        key, self.client.session.key = self.client.session.key, b"another"
        self.client.execute("kept = 0;")
        self.client.session.key = key
        self.assert_shows("1 + 1", ("execute_result", "2"))
        self.assertEqual(before + 1, entries().count("dropped"))

    def test_restart_forgets_the_variables_and_runs_cells_again(self):
        self.run_cell("var forgotten = 1;")
        self.manager.restart_kernel()
        self.client.wait_for_ready(timeout=WAIT)
        reply, _ = self.run_cell("forgotten")
        self.assertEqual("error", reply["status"])
        self.assertEqual("The name 'forgotten' does not exist in the current context", reply["evalue"])
        self.assert_shows("1 + 1", ("execute_result", "2"))


if __name__ == "__main__":
    faulthandler.dump_traceback_later(WHOLE_RUN, exit=True)
    unittest.main(verbosity=2)

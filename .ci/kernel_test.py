"""The kernel against Jupyter's own conformance tests: a sample for every test but the pager's."""

import sys
import unittest

import jupyter_kernel_test


class DescentKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("test");'
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42", "mime": "text/plain"},
        {"code": 'string.Join(",", Enumerable.Range(1, 3))', "result": "1,2,3", "mime": "text/plain"},
    ]
    code_display_data = [
        {"code": 'display("shown");', "mime": "text/plain"},
        {"code": 'display("<b>shown</b>", "text/html");', "mime": "text/html"},
    ]
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
    ]
    complete_code_samples = ["1 + 1", "var a = 1;", "for (var i = 0; i < 3; i++) { }", "#i \"nuget: somewhere\"\n1"]
    incomplete_code_samples = ["for (var i = 0; i < 3; i++) {", "Math.Max(1,", 'var text = """']
    invalid_code_samples = ["var x = ;", "1 + / 2;", "if (1 == ) { }"]
    code_inspect_sample = "Console.WriteLine"
    code_history_pattern = "6*7"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    result = unittest.main(verbosity=2, exit=False).result
    skipped = [test.id().rpartition(".")[2] for test, _ in result.skipped]
    if skipped != ["test_pager"]:
        sys.exit(f"Only test_pager has no sample; skipped were {skipped}.")
    sys.exit(not result.wasSuccessful())

"""How long a learner waits for the kernel, beside Python's own in the same run.

Prints a table of medians with the bar for each, and fails when one takes more than twice its bar on a machine where Python's kernel
starts in the time that it takes on the machine the bars were set on; a slower machine gets proportionally more.
"""

import statistics
import sys
import time

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

OURS = ".net-csharp"
THEIRS = "python3"
ROUNDS = 5
CELLS = 350
WAIT = 60_000
SLACK = 2
# Milliseconds from the start of Python's kernel to its first result, where the bars were set.
THEIR_START = 770
BARS = {
    "process start to the first result": 800,
    "first cell after 3 s of idling": 100,
    "warm cell": 10,
    "300 cells later, more by": 2,
    "warm completion": 60,
}


class Kernel:
    """A kernel process and a front end that sends the next request as soon as the last one is answered."""

    def __init__(self, name):
        self.context = zmq.Context()
        self.manager = KernelManager(kernel_name=name)
        self.begin = time.perf_counter()
        self.manager.start_kernel()
        connection = self.manager.get_connection_info()
        self.shell = self.context.socket(zmq.DEALER)
        self.shell.setsockopt(zmq.LINGER, 0)
        # Else a front end that is there before the kernel looks again after 100 ms only.
        self.shell.setsockopt(zmq.RECONNECT_IVL, 5)
        self.shell.connect(f"tcp://{connection['ip']}:{connection['shell_port']}")

    def request(self, kind, content):
        """Milliseconds until the reply."""
        begin = time.perf_counter()
        message = self.manager.session.msg(kind, content)
        self.manager.session.send(self.shell, message)
        while True:
            if not self.shell.poll(WAIT):
                sys.exit(f"{kind} was not answered within {WAIT / 1000:.0f} s.")
            _, reply = self.manager.session.recv(self.shell, 0)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                break
        if reply["content"]["status"] != "ok":
            sys.exit(f"{content} failed: {reply['content']}")
        return 1000 * (time.perf_counter() - begin)

    def execute(self, code):
        return self.request("execute_request", {
            "code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True})

    def first_result(self):
        self.execute("1+1")
        return 1000 * (time.perf_counter() - self.begin)

    def stop(self):
        self.shell.close()
        self.context.term()
        self.manager.shutdown_kernel(now=True)


def start(name):
    kernel = Kernel(name)
    milliseconds = kernel.first_result()
    kernel.stop()
    return milliseconds


def idle(name):
    kernel = Kernel(name)
    kernel.request("kernel_info_request", {})
    time.sleep(3)
    milliseconds = kernel.execute("1+1")
    kernel.stop()
    return milliseconds


def warm(name, member):
    kernel = Kernel(name)
    kernel.first_result()
    cells = [kernel.execute(f"{count}+1") for count in range(CELLS)]
    content = {"code": member, "cursor_pos": len(member)}
    kernel.request("complete_request", content)
    completions = [kernel.request("complete_request", content) for _ in range(20)]
    kernel.stop()
    first, last = statistics.median(cells[:50]), statistics.median(cells[-50:])
    return {"warm cell": first, "300 cells later, more by": last - first, "warm completion": statistics.median(completions)}


def measure(kernels):
    """Medians for each kernel; the kernels take turns, so that a busy machine is busy for both."""
    starts = {name: [] for name in kernels}
    idles = {name: [] for name in kernels}
    # The first round finds neither program in memory.
    for round_number in range(ROUNDS + 1):
        for name in kernels:
            milliseconds = start(name)
            if round_number > 0:
                starts[name].append(milliseconds)
    for name in kernels:
        idles[name] = [idle(name) for _ in range(3)]
    return {
        name: {
            "process start to the first result": statistics.median(starts[name]),
            "first cell after 3 s of idling": statistics.median(idles[name]),
            **warm(name, member),
        }
        for name, member in kernels.items()
    }


def main():
    if THEIRS not in KernelSpecManager().find_kernel_specs():
        sys.exit(f"There is no kernel {THEIRS} to compare with: install python3-ipykernel.")
    measured = measure({OURS: "Console.Wri", THEIRS: "str.joi"})
    ours, theirs = measured[OURS], measured[THEIRS]
    print(f"{'milliseconds':<36}{'C#':>10}{'Python':>10}{'bar':>10}")
    for what, bar in BARS.items():
        print(f"{what:<36}{ours[what]:>10.1f}{theirs[what]:>10.1f}{bar:>10}")
    slower = max(1, theirs["process start to the first result"] / THEIR_START)
    late = [what for what, bar in BARS.items() if ours[what] > SLACK * slower * bar]
    if late:
        sys.exit(f"More than {SLACK * slower:.1f} times the bar: {', '.join(late)}.")


if __name__ == "__main__":
    main()

"""How long a learner waits for the kernel, beside Python's own in the same run. Prints medians; fails only on what is plainly broken."""

import statistics
import sys
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

STARTS = 3
CELLS = 300


def execute(client, code):
    begin = time.perf_counter()
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
    if reply["content"]["status"] != "ok":
        sys.exit(f"{code} failed: {reply['content']}")
    return 1000 * (time.perf_counter() - begin)


def start(name):
    """A new kernel, its client, and the milliseconds from the start of its process to the first result."""
    begin = time.perf_counter()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    execute(client, "1+1")
    return manager, client, 1000 * (time.perf_counter() - begin)


def stop(manager, client):
    client.stop_channels()
    manager.shutdown_kernel()


def complete(client, code):
    begin = time.perf_counter()
    client.complete(code, len(code), reply=True, timeout=60)
    return 1000 * (time.perf_counter() - begin)


def measure(name, member):
    first = []
    for _ in range(STARTS):
        manager, client, milliseconds = start(name)
        first.append(milliseconds)
        stop(manager, client)
    manager, client, _ = start(name)
    time.sleep(3)
    idled = execute(client, "2+2")
    cells = [execute(client, f"{count}+1") for count in range(CELLS)]
    complete(client, member)
    completions = [complete(client, member) for _ in range(20)]
    stop(manager, client)
    return {
        "process start to 1+1": statistics.median(first),
        "second cell, after 3 s of idling": idled,
        "warm cell, of the first 50": statistics.median(cells[:50]),
        "warm cell, of the last 50": statistics.median(cells[-50:]),
        "warm completion": statistics.median(completions),
    }


ours = measure(".net-csharp", "Console.Wri")
theirs = measure("python3", "str.joi") if "python3" in KernelSpecManager().find_kernel_specs() else {}
print(f"{'milliseconds':<36}{'C#':>10}{'Python':>10}")
for what, milliseconds in ours.items():
    print(f"{what:<36}{milliseconds:>10.1f}{theirs.get(what, float('nan')):>10.1f}")

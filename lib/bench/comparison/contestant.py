"""What the contestants in Python share: the protocol, the common check and the kernel that OpenBLAS chose."""

import ctypes
import json
import sys

import numpy as np

LEARNING_RATE = 0.1
BATCH = 100
STEPS = 600
HIDDEN = 50


def serve(commands):
    """Answers each line of the input, a command and its arguments, with one line of JSON."""
    for line in sys.stdin:
        name, *arguments = line.split()
        print(json.dumps(commands[name](*arguments)), flush=True)


def check_weights():
    """The start of the common check, W1 as 784×50 and W2 as 50×10: the same in every language to the last bit but a few."""
    return 0.1 * np.sin(np.arange(784 * HIDDEN)).reshape(784, HIDDEN), 0.1 * np.cos(np.arange(HIDDEN * 10)).reshape(HIDDEN, 10)


def openblas_kernel():
    """The processor for which the loaded OpenBLAS works."""
    with open("/proc/self/maps") as maps:
        libraries = {line.split()[-1] for line in maps if "blas" in line}
    for library in sorted(libraries):
        function = getattr(ctypes.CDLL(library), "openblas_get_corename", None)
        if function is not None:
            function.restype = ctypes.c_char_p
            return function().decode()
    return "no OpenBLAS"

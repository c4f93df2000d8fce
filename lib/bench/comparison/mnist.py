"""The MNIST files as NumPy arrays, for the contestants in Python."""

import gzip
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "data" / "mnist"


def load(part):
    """The images as bytes, one in each row, and their labels; `part` is `train` or `t10k`."""
    images = gzip.decompress((FOLDER / f"{part}-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((FOLDER / f"{part}-labels-idx1-ubyte.gz").read_bytes())
    return np.frombuffer(images, np.uint8, offset=16).reshape(-1, 784), np.frombuffer(labels, np.uint8, offset=8).astype(np.int64)

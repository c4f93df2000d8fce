"""The same training in NumPy: every array is allocated once, and every operation writes into one of them."""

import os
import time

import numpy as np

import contestant
import mnist
from contestant import BATCH, HIDDEN, LEARNING_RATE, STEPS


class Layers:
    """What a number of samples looks like on its way through the network."""

    def __init__(self, samples):
        self.pixels = np.empty((samples, 784))
        self.hidden = np.empty((samples, HIDDEN))
        self.outputs = np.empty((samples, 10))
        self.maximum = np.empty((samples, 1))
        self.total = np.empty((samples, 1))
        self.rows = np.arange(samples)

    def read(self, pixels):
        """From bytes to numbers from 0 to 1; twice as fast as reading numbers that were converted beforehand."""
        np.copyto(self.pixels, pixels)
        np.multiply(self.pixels, 1 / 255, out=self.pixels)


class Network:
    def __init__(self, w1, w2):
        # W1 lies transposed, 50×784: OpenBLAS computes δᵀ·x faster than xᵀ·δ.
        self.w1, self.w2 = np.ascontiguousarray(w1.T), w2.copy()
        self.b1, self.b2 = np.zeros(HIDDEN), np.zeros(10)
        self.batch = Layers(BATCH)
        self.bytes = np.empty((BATCH, 784), np.uint8)
        self.delta1, self.slope = np.empty((BATCH, HIDDEN)), np.empty((BATCH, HIDDEN))
        self.gradients = [np.empty_like(array) for array in (self.w1, self.b1, self.w2, self.b2)]

    def forward(self, layers, pixels):
        np.matmul(pixels, self.w1.T, out=layers.hidden)
        layers.hidden += self.b1
        np.negative(layers.hidden, out=layers.hidden)
        np.exp(layers.hidden, out=layers.hidden)
        layers.hidden += 1
        np.reciprocal(layers.hidden, out=layers.hidden)
        np.matmul(layers.hidden, self.w2, out=layers.outputs)
        layers.outputs += self.b2
        return layers.outputs

    def loss(self, layers, pixels, labels):
        """Leaves the probabilities in the layers' outputs."""
        y = self.forward(layers, pixels)
        np.max(y, axis=1, keepdims=True, out=layers.maximum)
        y -= layers.maximum
        np.exp(y, out=y)
        np.sum(y, axis=1, keepdims=True, out=layers.total)
        y /= layers.total
        return -np.log(y[layers.rows, labels]).mean()

    def step(self, pixels, labels):
        batch, (w1, b1, w2, b2) = self.batch, self.gradients
        batch.read(pixels)
        loss = self.loss(batch, batch.pixels, labels)

        # The learning rate goes into the small matrix δ, and so into every gradient.
        delta2 = batch.outputs
        delta2[batch.rows, labels] -= 1
        delta2 *= LEARNING_RATE / BATCH
        np.matmul(delta2, self.w2.T, out=self.delta1)
        np.subtract(1, batch.hidden, out=self.slope)
        self.slope *= batch.hidden
        self.delta1 *= self.slope
        np.matmul(self.delta1.T, batch.pixels, out=w1)
        np.sum(self.delta1, axis=0, out=b1)
        np.matmul(batch.hidden.T, delta2, out=w2)
        np.sum(delta2, axis=0, out=b2)
        self.w1 -= w1
        self.b1 -= b1
        self.w2 -= w2
        self.b2 -= b2
        return loss

    def train(self, images, labels, order):
        losses = np.empty(len(order) // BATCH)
        for step in range(len(losses)):
            indexes = order[step * BATCH : (step + 1) * BATCH]
            np.take(images, indexes, axis=0, out=self.bytes, mode="clip")
            losses[step] = self.step(self.bytes, labels[indexes])
        return losses

    def accuracy(self, images, labels, layers):
        """Bytes are converted block by block; numbers are taken as they are."""
        right, block = 0, len(layers.rows)
        for first in range(0, len(images), block):
            pixels = images[first : first + block]
            if pixels.dtype == np.uint8:
                layers.read(pixels)
                pixels = layers.pixels
            right += np.count_nonzero(self.forward(layers, pixels).argmax(axis=1) == labels[first : first + block])
        return right / len(images)


train_images, train_labels = mnist.load("train")
test_images, test_labels = mnist.load("t10k")

# For the accuracy one thread is faster on bytes, two are faster on numbers converted beforehand and in larger blocks.
if os.environ["OPENBLAS_NUM_THREADS"] == "1":
    all_train, all_test, blocks = train_images, test_images, Layers(500)
else:
    all_train, all_test, blocks = train_images / 255, test_images / 255, Layers(10_000)


def random_network(random):
    return Network(random.normal(0, 0.01, (784, HIDDEN)), random.normal(0, 0.01, (HIDDEN, 10)))


def epoch():
    random = np.random.default_rng(1)
    network = random_network(random)
    start = time.perf_counter()
    losses = network.train(train_images, train_labels, random.permutation(len(train_images))[: STEPS * BATCH])
    train = network.accuracy(all_train, train_labels, blocks)
    test = network.accuracy(all_test, test_labels, blocks)
    milliseconds = (time.perf_counter() - start) * 1000
    return {"ms": milliseconds, "loss": losses[-100:].mean(), "train": train, "test": test}


def numerical_gradient(parameters=1_000, h=1e-4):
    """Central differences by some parameters of W1, evenly spread; the time is for all 39,760."""
    network, layers = random_network(np.random.default_rng(1)), Layers(BATCH)
    layers.read(train_images[:BATCH])
    labels, weights = train_labels[:BATCH], network.w1.reshape(-1)
    positions = np.linspace(0, weights.size - 1, parameters).astype(int)
    gradient = np.empty(len(positions))
    start = time.perf_counter()
    for i, position in enumerate(positions):
        weight = weights[position]
        weights[position] = weight + h
        above = network.loss(layers, layers.pixels, labels)
        weights[position] = weight - h
        below = network.loss(layers, layers.pixels, labels)
        weights[position] = weight
        gradient[i] = (above - below) / (2 * h)
    milliseconds = (time.perf_counter() - start) * 1000
    return {"ms": milliseconds * 39_760 / len(positions)}


def check():
    network = Network(*contestant.check_weights())
    losses = network.train(train_images, train_labels, np.arange(10 * BATCH))
    return {"loss": losses[-1], "weights": np.abs(network.w1).sum()}


def about():
    return {"version": f"NumPy {np.__version__}", "kernel": contestant.openblas_kernel()}


contestant.serve({"about": about, "check": check, "epoch": epoch, "numerical_gradient": numerical_gradient})

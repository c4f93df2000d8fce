"""The same training in PyTorch on the CPU: with autograd and an optimiser, and by hand in place without either."""

import os
import time

import torch

import contestant
import mnist
from contestant import BATCH, HIDDEN, LEARNING_RATE, STEPS

torch.set_default_dtype(torch.float64)
torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))


class Autograd:
    def __init__(self, w1, w2):
        self.model = torch.nn.Sequential(torch.nn.Linear(784, HIDDEN), torch.nn.Sigmoid(), torch.nn.Linear(HIDDEN, 10))
        with torch.no_grad():
            for layer, weights in zip((self.model[0], self.model[2]), (w1, w2)):
                layer.weight.copy_(weights.t())
                layer.bias.zero_()
        self.optimiser = torch.optim.SGD(self.model.parameters(), LEARNING_RATE)

    def step(self, pixels, labels):
        self.optimiser.zero_grad(set_to_none=True)
        loss = torch.nn.functional.cross_entropy(self.model(pixels), labels)
        loss.backward()
        self.optimiser.step()
        return loss.detach()

    def scores(self, pixels):
        return self.model(pixels)

    def weights(self):
        return self.model[0].weight


class ByHand:
    def __init__(self, w1, w2):
        # Weights lie as in torch.nn.Linear, which is faster here too.
        self.w1, self.w2 = w1.t().contiguous(), w2.t().contiguous()
        self.b1, self.b2 = torch.zeros(HIDDEN), torch.zeros(10)
        self.hidden, self.delta1 = torch.empty(BATCH, HIDDEN), torch.empty(BATCH, HIDDEN)
        self.outputs, self.rows = torch.empty(BATCH, 10), torch.arange(BATCH)

    def step(self, pixels, labels):
        torch.addmm(self.b1, pixels, self.w1.t(), out=self.hidden)
        self.hidden.sigmoid_()
        torch.addmm(self.b2, self.hidden, self.w2.t(), out=self.outputs)
        torch.log_softmax(self.outputs, 1, out=self.outputs)
        loss = -self.outputs[self.rows, labels].mean()
        delta2 = self.outputs.exp_()
        delta2[self.rows, labels] -= 1

        # The product updates the weights itself: W ← W − η δᵀ·x.
        rate = -LEARNING_RATE / BATCH
        torch.mm(delta2, self.w2, out=self.delta1)
        torch.ops.aten.sigmoid_backward.grad_input(self.delta1, self.hidden, grad_input=self.delta1)
        self.w1.addmm_(self.delta1.t(), pixels, alpha=rate)
        self.b1.add_(self.delta1.sum(0), alpha=rate)
        self.w2.addmm_(delta2.t(), self.hidden, alpha=rate)
        self.b2.add_(delta2.sum(0), alpha=rate)
        return loss

    def scores(self, pixels):
        hidden = torch.addmm(self.b1, pixels, self.w1.t()).sigmoid_()
        return torch.addmm(self.b2, hidden, self.w2.t())

    def weights(self):
        return self.w1


WAYS = {"autograd": Autograd, "by-hand": ByHand}


def train(network, order):
    chosen, pixels = torch.empty(BATCH, 784, dtype=torch.uint8), torch.empty(BATCH, 784)
    losses = torch.empty(len(order) // BATCH)
    for step in range(len(losses)):
        indexes = order[step * BATCH : (step + 1) * BATCH]
        torch.index_select(train_images, 0, indexes, out=chosen)
        pixels.copy_(chosen).mul_(1 / 255)
        losses[step] = network.step(pixels, train_labels[indexes])
    return losses


def accuracy(network, images, labels):
    # Converting bytes block by block is faster than reading numbers that were converted beforehand.
    right, pixels = 0, torch.empty(BLOCK, 784)
    for chosen, wanted in zip(images.split(BLOCK), labels.split(BLOCK)):
        pixels.copy_(chosen).mul_(1 / 255)
        right += (network.scores(pixels).argmax(1) == wanted).sum().item()
    return right / len(images)


def both(part):
    images, labels = mnist.load(part)
    return torch.from_numpy(images.copy()), torch.from_numpy(labels)


BLOCK = 500
train_images, train_labels = both("train")
test_images, test_labels = both("t10k")


def epoch(way):
    torch.manual_seed(1)
    network = WAYS[way](torch.randn(784, HIDDEN) * 0.01, torch.randn(HIDDEN, 10) * 0.01)
    with torch.set_grad_enabled(way == "autograd"):
        start = time.perf_counter()
        losses = train(network, torch.randperm(len(train_images))[: STEPS * BATCH])
        with torch.no_grad():
            right = [accuracy(network, train_images, train_labels), accuracy(network, test_images, test_labels)]
        milliseconds = (time.perf_counter() - start) * 1000
    return {"ms": milliseconds, "loss": losses[-100:].mean().item(), "train": right[0], "test": right[1]}


def check(way):
    network = WAYS[way](*map(torch.from_numpy, contestant.check_weights()))
    with torch.set_grad_enabled(way == "autograd"):
        losses = train(network, torch.arange(10 * BATCH))
    return {"loss": losses[-1].item(), "weights": network.weights().detach().abs().sum().item()}


def about(_):
    return {"version": f"PyTorch {torch.__version__}", "kernel": contestant.openblas_kernel()}


contestant.serve({"about": about, "check": check, "epoch": epoch})

using BenchmarkDotNet.Running;
using Descent.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Products).Assembly).Run(args);

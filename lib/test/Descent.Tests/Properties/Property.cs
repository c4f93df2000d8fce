using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Descent.Tests.Properties;

/// <summary>Checks a statement for many random values. They are the same in every run, so that a failure can be looked into.</summary>
internal static class Property
{
    private const int Cases = 300;

    private static readonly Config Same = Config.QuickThrowOnFailure
        .WithMaxTest(Cases)
        .WithQuietOnSuccess(true)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20_260_101, 1), FSharpOption<int>.None)));

    public static void Holds<T>(Gen<T> values, Action<T> statement) => Prop.ForAll(values.ToArbitrary(), statement).Check(Same);
}

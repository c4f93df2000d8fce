using System.Collections;

namespace Descent.Scripting.Values;

/// <summary>Enumerates a value by the contract that code in cells uses, <see cref="IEnumerable{T}"/>: the other one may be a stub.</summary>
internal abstract class Elements
{
    private static readonly Untyped WithoutType = new();

    public static Elements Of(TypeFacts facts) => facts.IsFramework || facts.Enumerable is null
        ? WithoutType
        : (Elements)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(facts.ElementType))!;

    public abstract IEnumerator Start(object value);

    public abstract object? Current(IEnumerator enumerator);

    /// <summary>How many there are, where the value can tell without enumerating.</summary>
    public virtual int? Count(object value) => (value as ICollection)?.Count;

    private sealed class Untyped : Elements
    {
        public override IEnumerator Start(object value) => ((IEnumerable)value).GetEnumerator();

        public override object? Current(IEnumerator enumerator) => enumerator.Current;

        public override int? Count(object value) => base.Count(value)
            ?? (Array.Find(value.GetType().GetInterfaces(), IsCountable) is { } contract ? (int?)contract.GetProperty("Count")!.GetValue(value) : null);

        private static bool IsCountable(Type contract) => contract.IsGenericType
            && (contract.GetGenericTypeDefinition() == typeof(ICollection<>) || contract.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>));
    }

    private sealed class Typed<T> : Elements
    {
        public override IEnumerator Start(object value) => ((IEnumerable<T>)value).GetEnumerator();

        public override object? Current(IEnumerator enumerator) => ((IEnumerator<T>)enumerator).Current;

        public override int? Count(object value) => value switch
        {
            ICollection<T> collection => collection.Count,
            IReadOnlyCollection<T> collection => collection.Count,
            _ => base.Count(value),
        };
    }
}

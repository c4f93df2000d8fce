using System.Globalization;

namespace Descent.Notebooks;

/// <summary>What kind of thing an answer is.</summary>
internal static class Kinds
{
    public static double? AsNumber(object answer) =>
        answer is double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte
            ? Convert.ToDouble(answer, CultureInfo.InvariantCulture)
            : null;

    public static Tensor? AsTensor(object answer) => answer switch
    {
        Tensor tensor => tensor,
        double[] array => Tensor.Of(array),
        int[] array => Tensor.Of([.. array.Select(value => (double)value)]),
        _ => null,
    };

    public static string Unexpected(string expected, object found) => $"Expected {expected}, found {Describe(found)}.";

    public static string Name(Type type)
    {
        if (type.IsGenericType)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        return Keywords.GetValueOrDefault(type, type.Name);
    }

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(bool)] = "bool",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    private static string Describe(object found) => found switch
    {
        Tensor tensor => $"a Tensor of shape {Compare.ShapeOf(tensor)}",
        string text => $"the text \"{text}\"",
        bool truth => truth ? "true" : "false",
        Delegate function => $"a function, {Name(function.GetType())}",
        _ when AsNumber(found) is { } number => $"the number {Compare.Show(number)}",
        _ => $"a value of type {Name(found.GetType())}",
    };
}

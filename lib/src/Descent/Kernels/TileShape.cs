namespace Descent.Kernels;

/// <summary>The size of a register tile as a type, so that the compiler drops the branches a tile does not need.</summary>
internal interface ITileShape
{
    static abstract int Rows { get; }

    static abstract int Vectors { get; }

    /// <summary>Whether a <see cref="PairEdge"/> follows the vectors.</summary>
    static virtual bool HasPairEdge => false;
}

/// <summary>A shape with the last two columns of the matrix besides.</summary>
internal readonly struct AndPairEdge<TShape> : ITileShape
    where TShape : struct, ITileShape
{
    public static int Rows => TShape.Rows;

    public static int Vectors => TShape.Vectors;

    public static bool HasPairEdge => true;
}

internal readonly struct FourBySix : ITileShape
{
    public static int Rows => 4;

    public static int Vectors => 6;
}

internal readonly struct FourByFive : ITileShape
{
    public static int Rows => 4;

    public static int Vectors => 5;
}

internal readonly struct FourByFour : ITileShape
{
    public static int Rows => 4;

    public static int Vectors => 4;
}

internal readonly struct FourByThree : ITileShape
{
    public static int Rows => 4;

    public static int Vectors => 3;
}

internal readonly struct FourByTwo : ITileShape
{
    public static int Rows => 4;

    public static int Vectors => 2;
}

internal readonly struct FourByOne : ITileShape
{
    public static int Rows => 4;

    public static int Vectors => 1;
}

internal readonly struct OneByEight : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 8;
}

internal readonly struct OneBySeven : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 7;
}

internal readonly struct OneBySix : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 6;
}

internal readonly struct OneByFive : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 5;
}

internal readonly struct OneByFour : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 4;
}

internal readonly struct OneByThree : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 3;
}

internal readonly struct OneByTwo : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 2;
}

internal readonly struct OneByOne : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 1;
}

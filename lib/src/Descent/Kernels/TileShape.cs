namespace Descent.Kernels;

/// <summary>The size of a register tile as a type, so that the compiler drops the branches a tile does not need.</summary>
internal interface ITileShape
{
    static abstract int Rows { get; }

    static abstract int Vectors { get; }
}

internal readonly struct FiveByFour : ITileShape
{
    public static int Rows => 5;

    public static int Vectors => 4;
}

internal readonly struct FiveByThree : ITileShape
{
    public static int Rows => 5;

    public static int Vectors => 3;
}

internal readonly struct FiveByTwo : ITileShape
{
    public static int Rows => 5;

    public static int Vectors => 2;
}

internal readonly struct FiveByOne : ITileShape
{
    public static int Rows => 5;

    public static int Vectors => 1;
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

internal readonly struct OneByFive : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 5;
}

internal readonly struct OneBySix : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 6;
}

internal readonly struct OneBySeven : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 7;
}

internal readonly struct OneByEight : ITileShape
{
    public static int Rows => 1;

    public static int Vectors => 8;
}

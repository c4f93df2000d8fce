namespace Descent.Scripting.Values;

/// <summary>How members are laid out.</summary>
internal enum MembersForm
{
    /// <summary>A line for each, below the type's name.</summary>
    Lines,

    /// <summary>In one line, as records print themselves.</summary>
    OneLine,

    /// <summary>The values of a tuple, on a line each.</summary>
    Tuple,

    /// <summary>The values of a tuple in one line.</summary>
    OneLineTuple,

    /// <summary>A key, a colon and a value; for an object whose members were made up at run time a line each.</summary>
    Pairs,
}

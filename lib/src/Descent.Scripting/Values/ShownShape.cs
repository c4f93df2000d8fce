namespace Descent.Scripting.Values;

/// <summary>What a value is made of. A closed set: match on the three nested types.</summary>
internal abstract class ShownShape
{
    private ShownShape()
    {
    }

    /// <summary>One piece of text, the same in every form.</summary>
    public sealed class Text(string content) : ShownShape
    {
        public string Content => content;

        /// <summary>Whether its further lines are indented like what stands around them, as those of an exception are.</summary>
        public bool IsIndented { get; init; }
    }

    /// <summary>Elements, one after the other, as far as they are shown.</summary>
    public sealed class Sequence(string name) : ShownShape
    {
        /// <summary>What it is called where its elements stand on lines of their own.</summary>
        public string Name => name;

        public List<ShownValue> Elements { get; } = [];

        public bool IsOneLine { get; init; }

        /// <summary>Whether it can hold anything, so that every element gets a dash.</summary>
        public bool HoldsObjects { get; init; }

        public bool IsDictionary { get; init; }

        /// <summary>Whether it is an array of several dimensions, or one that does not begin at 0.</summary>
        public bool IsGrid { get; init; }

        /// <summary>The index of the first element, and of the first in each row of a grid.</summary>
        public (int Row, int Column) First { get; init; }

        /// <summary>What follows the elements: nothing, how many are left out, or why there are no more. Null while they are being collected.</summary>
        public string? End { get; set; }

        /// <summary>What to write there.</summary>
        public string WrittenEnd => End ?? Unfinished.Rest;
    }

    /// <summary>Named members, and what the object holds as a sequence besides.</summary>
    public sealed class Members(string name, MembersForm form) : ShownShape
    {
        public string Name => name;

        public MembersForm Form => form;

        public List<(string Name, ShownValue Value)> Items { get; } = [];

        public Sequence? Values { get; set; }

        /// <summary>What the object says of itself in one line; null where the members say it.</summary>
        public string? Summary { get; set; }

        /// <summary>What follows the members, as in a sequence.</summary>
        public string? End { get; set; }

        /// <summary>What to write there: nothing where the last member says already that the time was up.</summary>
        public string WrittenEnd => End ?? (Items is [.., { Value.IsUnfinished: true }] ? "" : Unfinished.Rest);
    }
}

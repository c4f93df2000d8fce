namespace Descent.Compare;

/// <summary>Something that trains, and is timed by the driver's commands.</summary>
internal interface IContestant
{
    /// <summary>Does one piece of work.</summary>
    /// <returns>What was measured, by name.</returns>
    Dictionary<string, object> Run(string command);
}

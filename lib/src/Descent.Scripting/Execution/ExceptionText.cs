namespace Descent.Scripting.Execution;

/// <summary>What an exception says of itself. Its class may be the learner's own, and throw even then.</summary>
internal static class ExceptionText
{
    public static string MessageOf(Exception exception) =>
        Of(() => exception.Message, thrown => $"(its message cannot be shown: {thrown.GetType().FullName})");

    public static string TraceOf(Exception exception) => Of(() => exception.StackTrace ?? "", static _ => "");

    private static string Of(Func<string> text, Func<Exception, string> instead)
    {
        try
        {
            return text() ?? "";
        }
#pragma warning disable CA1031 // It may be anything, and nobody else catches it: it would end the process.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return instead(thrown);
        }
    }
}

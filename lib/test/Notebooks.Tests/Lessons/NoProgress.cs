using Descent.Cli.Running;

namespace Notebooks.Tests.Lessons;

/// <summary>Nobody looks on.</summary>
internal sealed class NoProgress : IRunProgress
{
    public void LessonStarted(int lesson)
    {
    }

    public void CellStarted(int lesson, int position)
    {
    }

    public void LessonFinished(int lesson, LessonResult result)
    {
    }
}

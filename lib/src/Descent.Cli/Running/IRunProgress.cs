namespace Descent.Cli.Running;

/// <summary>Hears how a run goes on. Calls come from several threads.</summary>
internal interface IRunProgress
{
    void LessonStarted(int lesson);

    /// <summary>The lesson's cell at <paramref name="position"/> (from 1, among those that run) has begun.</summary>
    void CellStarted(int lesson, int position);

    void LessonFinished(int lesson, LessonResult result);
}

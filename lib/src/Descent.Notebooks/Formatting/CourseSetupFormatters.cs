namespace Descent.Notebooks;

/// <summary>Shows that the course is ready, and hands the page plotly.js.</summary>
internal static class CourseSetupFormatters
{
    public static void Register() => Formats.Register<CourseSetup>(
        (Formats.Html, setup => Markup.Paragraph(setup.ToString()) + PlotlyScript.Html),
        (Formats.PlainText, setup => setup.ToString()));
}

using Plotly.NET;

namespace Descent.Notebooks.Tests.Charts;

/// <summary>One chart of every kind.</summary>
internal static class Samples
{
    public static readonly Func<Tensor, double> Bowl = x => x[0] * x[0] + x[1] * x[1];

    private static readonly TrainingHistory Run = new([2.3, 1.2], [new(0, 0, 0.1, 0.1), new(1, 600, 0.9, 0.8)]);

    public static readonly IReadOnlyDictionary<string, Func<GenericChart>> All = new Dictionary<string, Func<GenericChart>>
    {
        ["Curves"] = () => Figures.Curves([Curve.Of("square", x => x * x, -1, 1), Curve.Points("points", [0, 1], [0, 1])], "Curves"),
        ["Bars"] = () => Figures.Bars(Tensor.Of(0.25, 0.75), "Bars"),
        ["Surface"] = () => Figures.Surface(Bowl, (-1, 1), (-1, 1), "Surface"),
        ["Contours"] = () => Figures.Contours(Bowl, (-1, 1), (-1, 1), "Contours"),
        ["ArrowField"] = () => Figures.ArrowField(Bowl, (-1, 1), (-1, 1), "Arrows"),
        ["DescentPaths"] = () => Figures.DescentPaths(Bowl, [Gradients.Descend(Bowl, Tensor.Of(1, 1), 0.1, 5)], (-2, 2), (-2, 2), "Paths"),
        ["DescentSlider"] = () => Figures.DescentSlider(Bowl, Tensor.Of(1, 1), [0.1, 0.5], 5, (-2, 2), (-2, 2), "Slider"),
        ["HeatMap"] = () => Figures.HeatMap(Tensor.FromRows([1, 2], [3, 4]), "Heat"),
        ["ConfusionMatrix"] = () => Figures.ConfusionMatrix(new[,] { { 3, 1 }, { 0, 4 } }),
        ["DigitGallery"] = () => Figures.DigitGallery([Tensor.Zeros(28, 28), Tensor.Ones(28, 28)], ["0", "1"]),
        ["Tangents"] = () => Figures.Tangents(x => x * x, [1], 0, 2, "Tangents"),
        ["Loss"] = () => Figures.Loss(Run),
        ["Accuracy"] = () => Figures.Accuracy(Run),
        ["TrainingCurves"] = () => Figures.TrainingCurves(Run),
        ["Own"] = () => Plotly.NET.CSharp.Chart.Line<double, double, string>([1, 2], [3, 4]).WithCourseTheme("Own", "n (count)", "value"),
    };
}

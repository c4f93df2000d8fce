namespace Descent.Notebooks;

/// <summary>The exercises of all lessons.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<ExerciseDefinition> All { get; } =
    [
        .. Lesson1.Exercises, .. Lesson2.Exercises, .. Lesson3.Exercises,
        .. Lesson4.Exercises, .. Lesson5.Exercises, .. Lesson6.Exercises,
    ];

    public static ExerciseDefinition Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(exercise => exercise.Id == id)
            ?? throw new ArgumentException(
                $"There is no exercise \"{id}\". The exercises are {string.Join(", ", All.Select(exercise => exercise.Id))}.", nameof(id));
    }
}

namespace Notebooks.Tests.Lessons;

/// <summary>The tests that look at the same runs of the lessons, which take long to make.</summary>
[CollectionDefinition]
public sealed class SharedLessonRuns : ICollectionFixture<LessonRuns>;

using System.Text.Json.Nodes;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Notebooks;

/// <summary>Files that were cut off, or edited by hand into something else. Each is read, or refused with its name.</summary>
public sealed class NotebookDamageTests : IDisposable
{
    private const string Whole =
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"},
          "language_info": {"name": "C#", "file_extension": ".cs"}}, "cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Title\n", "text"], "attachments": {"x.png": {"image/png": "AAAA"}}},
          {"cell_type": "raw", "id": "r", "metadata": {}, "source": "raw"},
          {"cell_type": "code", "id": "b", "metadata": {"tags": ["parameters"], "collapsed": false}, "execution_count": 1, "source": ["var a = 1;\n", "a"], "outputs": [
            {"output_type": "stream", "name": "stdout", "text": ["one\n", "two"]},
            {"output_type": "display_data", "data": {"text/plain": "x", "application/json": {"a": [1]}}, "metadata": {}},
            {"output_type": "execute_result", "execution_count": 1, "data": {"text/plain": ["x"]}, "metadata": {}},
            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]}]}]}
        """;

    private static readonly string[] Values = ["null", "true", "-1", "1e400", "99999999999999999999", "\"text\"", "\"\\ud800\"", "\"\"", "[]", "[null]", "[[\"a\"]]", "{}", "{\"a\": {}}", "{\"a\": 1, \"a\": \"2\"}", "{\"\\udfff\": \"\\udfff\"}", "1.0000000000000000000000000000001"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_lesson_cut_off_at_any_kilobyte_is_refused_by_name()
    {
        var lessons = Directory.GetFiles(Path.Combine(CourseFolder.Find().Root, "notebooks"), "*.ipynb").Select(File.ReadAllBytes).OrderBy(lesson => lesson.Length).ToList();
        foreach (var lesson in lessons)
        {
            // The shortest at every kilobyte; those with pictures have thousands, so they are cut at some.
            var step = lesson == lessons[0] ? 1024 : lesson.Length / 20;
            for (var length = 0; length < lesson.Length - 2; length += step)
            {
                File.WriteAllBytes(folder.File("n.ipynb"), lesson[..length]);
                var message = Assert.Throws<UserError>(() => NotebookReader.Read(folder.File("n.ipynb"), "n.ipynb")).Message;
                Assert.StartsWith("n.ipynb", message, StringComparison.Ordinal);
                Assert.Contains(length == 0 ? "expected a notebook in JSON, found an empty file." : "expected a notebook in JSON, found that ", message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Any_field_with_a_value_of_any_other_kind_is_read_or_refused_by_name()
    {
        var places = Places(JsonNode.Parse(Whole)!, []).ToList();
        var refused = 0;
        foreach (var place in places)
        {
            foreach (var value in Values)
            {
                var text = With(place, value);
                var path = folder.Write("n.ipynb", text);
                var problem = Record.Exception(() => NotebookReader.Read(path, "n.ipynb"));
                Assert.True(problem is null or UserError, $"{string.Join('/', place)} = {value}: {problem}");
                // What can be run need not be one whose outputs can be read or replaced.
                if (problem is null)
                {
                    problem = Record.Exception(() => Rewritten(path));
                    Assert.True(problem is null or UserError, $"{string.Join('/', place)} = {value}, outputs: {problem}");
                }

                if (problem is not null)
                {
                    refused++;
                    Assert.StartsWith("n.ipynb", problem.Message, StringComparison.Ordinal);
                }
            }
        }

        Assert.InRange(places.Count, 60, 200);
        Assert.InRange(refused, 100, places.Count * Values.Length);
    }

    [Fact]
    public void Two_cells_with_one_id_are_two_cells()
    {
        var notebook = NotebookReader.Read(folder.Write("n.ipynb", Whole.Replace("\"id\": \"r\"", "\"id\": \"b\"", StringComparison.Ordinal)), "n.ipynb");
        Assert.Equal(["a", "b", "b"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal([1, 2, 3], notebook.Cells.Select(cell => cell.Number));
    }

    [Fact]
    public void Huge_outputs_of_an_earlier_run_are_no_obstacle()
    {
        var notebook = NotebookReader.Read(folder.Write("n.ipynb", Whole.Replace("\"two\"", $"\"{new string('x', 50_000_000)}\"", StringComparison.Ordinal)), "n.ipynb");
        Assert.Equal("var a = 1;\na", notebook.Cells[2].Source);
    }

    private static byte[] Rewritten(string path)
    {
        var notebook = NotebookReader.Read(path, "n.ipynb");
        var saved = SavedLessonReader.Read(notebook);
        return NotebookRewriter.Rewrite(File.ReadAllBytes(path), "n.ipynb", saved.Cells);
    }

    private static IEnumerable<object[]> Places(JsonNode node, object[] place)
    {
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject fields => fields.Select(field => ((object)field.Key, field.Value)),
            JsonArray items => items.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            object[] inner = [.. place, step];
            yield return inner;
            foreach (var deeper in child is null ? [] : Places(child, inner))
                yield return deeper;
        }
    }

    // Put together as text, since some values are none that a parsed document can hold.
    private static string With(object[] place, string value)
    {
        const string Mark = "the mark of the place";
        var root = JsonNode.Parse(Whole)!;
        var parent = place.SkipLast(1).Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (place[^1] is int last)
            parent[last] = Mark;
        else
            parent[(string)place[^1]] = Mark;
        return root.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal);
    }
}

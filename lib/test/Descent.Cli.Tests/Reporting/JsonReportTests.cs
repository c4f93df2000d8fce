using System.Text.Json;
using Descent.Cli.CommandLine;
using Descent.Cli.Outputs;
using Descent.Cli.Reporting;
using Descent.Cli.Running;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Reporting;

public sealed class JsonReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_kind_of_output_is_written_as_nbformat_does_and_times_come_last()
    {
        var run = new CellRun(
            TestNotebook.Code(3, "x"),
            new CellOutcome.Threw("E", "wrong", ["at line 1"], 1),
            [
                new RecordedOutput.Stream("stdout", "损失 <1>\n"),
                new RecordedOutput.DisplayData(new Dictionary<string, string> { ["text/plain"] = "p", ["application/vnd.plotly.v1+json"] = "{\"data\": [1.50]}" }),
                new RecordedOutput.ExecuteResult(new Dictionary<string, string> { ["application/json"] = "not JSON" }),
                new RecordedOutput.Error("E", "wrong", ["at line 1"]),
            ],
            TimeSpan.FromSeconds(0.1234));

        JsonReport.Write(new RunResult([TestLesson.Of(run)], TimeSpan.FromSeconds(2.5)), folder.File("out.json"));

        Assert.Equal(
            """
            {
              "notebooks": [
                {
                  "notebook": "notebooks/01-a.ipynb",
                  "cells": [
                    {
                      "cell": 3,
                      "id": "cell-3",
                      "outcome": "threw",
                      "outputs": [
                        {
                          "output_type": "stream",
                          "name": "stdout",
                          "text": "损失 <1>\n"
                        },
                        {
                          "output_type": "display_data",
                          "data": {
                            "application/vnd.plotly.v1+json": {
                              "data": [
                                1.50
                              ]
                            },
                            "text/plain": "p"
                          },
                          "metadata": {}
                        },
                        {
                          "output_type": "execute_result",
                          "data": {
                            "application/json": "not JSON"
                          },
                          "metadata": {}
                        },
                        {
                          "output_type": "error",
                          "ename": "E",
                          "evalue": "wrong",
                          "traceback": [
                            "at line 1"
                          ]
                        }
                      ]
                    }
                  ]
                }
              ],
              "cells": 1,
              "errors": 1,
              "timings": {
                "seconds": 2.5,
                "notebooks": [
                  {
                    "notebook": "notebooks/01-a.ipynb",
                    "seconds": 2,
                    "cells": [
                      {
                        "cell": 3,
                        "seconds": 0.123
                      }
                    ]
                  }
                ]
              }
            }

            """,
            File.ReadAllText(folder.File("out.json")));
    }

    [Fact]
    public void An_older_report_is_replaced_and_nothing_else_is_left_behind()
    {
        folder.Write("out.json", "old");

        JsonReport.Write(new RunResult([], TimeSpan.Zero), folder.File("out.json"));

        Assert.StartsWith("{\n  \"notebooks\": [],", File.ReadAllText(folder.File("out.json")), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_lone_surrogate_does_not_spoil_the_report()
    {
        var run = new CellRun(TestNotebook.Code(1, "x"), new CellOutcome.Completed(null), [new RecordedOutput.Stream("stdout", "a\ud800b")], default);

        JsonReport.Write(new RunResult([TestLesson.Of(run)], TimeSpan.Zero), folder.File("out.json"));

        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("out.json")));
        var cell = report.RootElement.GetProperty("notebooks")[0].GetProperty("cells")[0];
        Assert.Equal("a\ufffdb", cell.GetProperty("outputs")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused_before_the_run()
    {
        var missing = Path.Combine(folder.Path, "missing", "out.json");

        Assert.Equal(
            $"--json {folder.Path}: expected a file to write, found a folder. Name a file in it.",
            Assert.Throws<UserError>(() => JsonReport.RequireWritable(folder.Path)).Message);
        Assert.Equal(
            $"--json {missing}: the folder to write to does not exist. Make it first, or name another.",
            Assert.Throws<UserError>(() => JsonReport.RequireWritable(missing)).Message);
    }
}

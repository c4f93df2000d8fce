using System.Text.Json;
using Descent;
using Descent.Compare;

// One contestant, driven line by line: each line of the input is a command and its arguments, each line of the output its result in JSON.
var mnist = Mnist.Load(args[1]);
IContestant contestant = args[0] switch
{
    "descent" => new DescentContestant(mnist),
    "mathnet" => new MathNetContestant(mnist, threads: int.Parse(args[2])),
    _ => throw new ArgumentException($"There is no contestant '{args[0]}': expected descent or mathnet."),
};
while (Console.ReadLine() is { } line)
    Console.WriteLine(JsonSerializer.Serialize(contestant.Run(line.Split(' ')[0])));

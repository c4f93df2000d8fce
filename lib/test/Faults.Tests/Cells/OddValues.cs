namespace Faults.Tests.Cells;

/// <summary>Code of a cell that builds values out of odd parts: <c>OddValues.Make(seed, most)</c>, the same for the same seed.</summary>
internal static class OddValues
{
    public const string Cell = """
        record Chain(object Value) { public Chain Next { get; set; } }
        record HashOfItself(int Number) { public HashOfItself Me { get; set; } public override int GetHashCode() => Me.GetHashCode(); }
        record struct Boxed(object Inside, object Other);
        class Fresh { public Fresh One => new(); public Fresh Two => new(); public object Text => "fresh"; }
        class Faulty
        {
            public object Before = 1;
            public int Property => throw new InvalidOperationException("property");
            public object After { get; set; }
            public override string ToString() => throw new InvalidOperationException("text");
            public override int GetHashCode() => throw new InvalidOperationException("hash");
            public override bool Equals(object other) => throw new InvalidOperationException("equality");
        }
        class Recursive { public object Other; public override string ToString() => $"one {Other}"; }
        class Mute : Exception { public override string Message => throw new NotSupportedException("mute"); }
        class Liar : IReadOnlyCollection<object>
        {
            public int Count => -7;
            public object Me => this;
            public IEnumerator<object> GetEnumerator() { for (var i = 0; i < 30; i++) yield return i % 9 == 0 ? this : i; }
            IEnumerator IEnumerable.GetEnumerator() => throw new NotImplementedException();
        }
        class ThrowsAt : IEnumerable<int>, IEnumerator<int>
        {
            public string Where;
            private int at;
            private T Go<T>(string place, T value) => place == Where ? throw new InvalidOperationException(place) : value;
            public IEnumerator<int> GetEnumerator() => Go("start", new ThrowsAt { Where = Where });
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            public bool MoveNext() => Go(at == 3 ? "move" : "", ++at < 6);
            int IEnumerator<int>.Current => Go("current", at);
            object IEnumerator.Current => at;
            void IEnumerator.Reset() { }
            void IDisposable.Dispose() => Go("dispose", 0);
        }
        static class OddValues
        {
            static IEnumerable<object> Myself() { IEnumerable<object> me = null; IEnumerable<object> Go() { yield return 1; yield return me; } return me = Go(); }
            static IEnumerable<int> Endless() { for (var i = 0; ; i++) yield return i; }
            static IEnumerable<int> Slow() { for (var i = 0; ; i++) { System.Threading.Thread.Sleep(50); yield return i; } }
            static IEnumerable<int> Busy() { yield return 1; while (true) { } }
            static IEnumerable<object> Half(object first) { yield return first; throw new InvalidOperationException("half-way"); }
            static IEnumerable<int> Mutes() { yield return 1; throw new Mute(); }
            static async IAsyncEnumerable<int> Later() { yield return 1; await Task.Yield(); }

            public static object Make(int seed, int most)
            {
                var random = new Random(seed);
                var made = new List<object>();
                // What holds others takes from all that has been made, itself among them: so it leads back to itself, directly or round corners.
                var fill = new List<Action>();
                object Any() => made.Count == 0 ? null : made[random.Next(made.Count)];
                for (var count = random.Next(1, most); made.Count < count;)
                    made.Add(Part(random, fill, Any));
                foreach (var action in fill)
                    action();
                return made[^1];
            }

            static object Part(Random random, List<Action> fill, Func<object> any)
            {
                switch (random.Next(44))
                {
                    case 0: return random.Next();
                    case 1: return random.NextDouble();
                    case 2: return $"text {random.Next()}\n\t<b>";
                    case 3: { var list = new List<object>(); fill.Add(() => { for (var i = random.Next(25); i > 0; i--) list.Add(any()); }); return list; }
                    case 4: { var array = new object[random.Next(5)]; fill.Add(() => { for (var i = 0; i < array.Length; i++) array[i] = any(); }); return array; }
                    case 5: { var grid = new object[random.Next(4), random.Next(4)]; fill.Add(() => { for (var i = 0; i < grid.GetLength(0); i++) for (var j = 0; j < grid.GetLength(1); j++) grid[i, j] = any(); }); return grid; }
                    case 6: return Array.CreateInstance(typeof(int), new[] { random.Next(3), random.Next(3), 2 }, new[] { random.Next(-3, 3), 1, 0 });
                    case 7: { var map = new Dictionary<string, object>(); fill.Add(() => { for (var i = random.Next(4); i > 0; i--) map[$"key {i}"] = any(); }); return map; }
                    case 8: { var map = new Dictionary<object, object>(ReferenceEqualityComparer.Instance); fill.Add(() => { for (var i = random.Next(4); i > 0; i--) map[any() ?? "none"] = any(); }); return map; }
                    case 9: { var map = new Hashtable(); fill.Add(() => { for (var i = random.Next(4); i > 0; i--) map[i] = any(); }); return map; }
                    case 10: { var queue = new Queue<object>(); fill.Add(() => { queue.Enqueue(any()); queue.Enqueue(any()); }); return queue; }
                    case 11: { var linked = new LinkedList<object>(); fill.Add(() => { linked.AddLast(any()); linked.AddLast(any()); }); return linked; }
                    case 12: { var set = new HashSet<object>(ReferenceEqualityComparer.Instance); fill.Add(() => { set.Add(any()); set.Add(any()); }); return set; }
                    case 13: { var chain = new Chain(any()); fill.Add(() => chain.Next = any() as Chain ?? chain); return chain; }
                    case 14: { var me = new HashOfItself(random.Next()); me.Me = me; return me; }
                    case 15: { var inside = new List<object>(); fill.Add(() => inside.Add(new Boxed(any(), inside))); return new Boxed(inside, any()); }
                    case 16: return new Fresh();
                    case 17: { var faulty = new Faulty(); fill.Add(() => faulty.After = any()); return faulty; }
                    case 18 when random.Next(8) > 0: return "not that often";
                    case 18: { var one = new Recursive(); fill.Add(() => one.Other = any() is Recursive or Chain ? any() as Recursive ?? one : 1); return one; }
                    case 19: return new Liar();
                    case 20: return new ThrowsAt { Where = new[] { "start", "move", "current", "dispose", "nowhere" }[random.Next(5)] };
                    case 21: return Myself();
                    case 22: return Endless();
                    case 23: return random.Next(150) == 0 ? Slow() : 1;
                    case 24: return random.Next(150) == 0 ? Busy() : 1;
                    case 25: return Half(any());
                    case 26: return random.Next(3) == 0 ? Mutes() : 2;
                    case 27: return Later();
                    case 28: return (any(), any(), random.Next());
                    case 29: { var box = new object[1]; fill.Add(() => box[0] = any()); return Tuple.Create((object)box, box); }
                    case 30: return new KeyValuePair<object, object>(any(), any());
                    case 31: return new { Name = "anonymous", Held = any() };
                    case 32: { dynamic made = new System.Dynamic.ExpandoObject(); fill.Add(() => { made.Held = any(); made.Me = made; }); return made; }
                    case 33: { Lazy<object> lazy = null; lazy = new Lazy<object>(() => lazy); return random.Next(2) == 0 ? lazy : lazy.Value; }
                    case 34: return Task.FromResult(any());
                    case 35: { var failed = Task.FromException(new Mute()); _ = failed.Exception; return failed; }
                    case 36: { object nested = 1; for (var i = random.Next(20_000); i > 0; i--) nested = new List<object> { nested }; return nested; }
                    case 37: { Chain chain = null; for (var i = random.Next(20_000); i > 0; i--) chain = new Chain(i) { Next = chain }; return chain; }
                    case 38: return new Memory<object>(new[] { any(), any() });
                    case 39: return (Func<object>)(() => any());
                    case 40: { Exception inner = null; for (var i = random.Next(5_000); i > 0; i--) inner = new Exception("outer", inner); return inner; }
                    case 41: return Enumerable.Range(0, random.Next(100)).Select(i => (object)new Chain(i));
                    case 42: return System.Text.Json.Nodes.JsonNode.Parse("{\"a\":[1,{\"b\":null}]}");
                    default: return null;
                }
            }
        }
        """;
}

using Descent.Jupyter.Channels;

namespace Descent.Jupyter.Tests.Channels;

public sealed class PaceTests
{
    private readonly Clock clock = new();

    [Fact]
    public void A_burst_goes_at_once_and_what_follows_waits_its_turn()
    {
        var pace = new Pace(clock);
        for (var message = 0; message < Pace.Burst; message++)
            Assert.Equal(TimeSpan.Zero, pace.Count(1));
        Assert.Equal(TimeSpan.FromSeconds(1.0 / Pace.PerSecond), pace.Count(1));
        Assert.Equal(TimeSpan.FromSeconds(2.0 / Pace.PerSecond), pace.Count(1));
    }

    [Fact]
    public void However_long_a_cell_rests_it_saves_up_one_burst()
    {
        var pace = new Pace(clock);
        clock.Now = TimeSpan.FromHours(1);
        Assert.Equal(TimeSpan.Zero, pace.Count(Pace.Burst));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Count(Pace.PerSecond));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(TimeSpan.FromSeconds(0.5), pace.Count(Pace.PerSecond / 2.0));
    }

    [Fact]
    public void A_burst_fits_the_backlog_of_a_front_end_that_reads_late() => Assert.True(Pace.Burst < Sockets.Backlog);

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}

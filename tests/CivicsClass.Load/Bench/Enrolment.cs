using System.Collections.Concurrent;
using System.Diagnostics;
using CivicsClass.Load.Host;
using Humanizer;

namespace CivicsClass.Load.Bench;

/// <summary>Fills a side of the bench: opens classes and lets their students in.</summary>
public static class Enrolment
{
    private const string Lesson = "full-debate";
    private const int JoiningAtOnce = 8;

    /// <summary>Opens a class for each size, lets the students join as browsers do and opens the quiz.</summary>
    /// <returns>The quiz, and for each student the milliseconds from sending the form to holding the views.</returns>
    public static async Task<(QuizPlan Quiz, double[] Joins)> FillServerAsync(BenchSide server, IReadOnlyList<int> sizes)
    {
        var staff = await Staff.SetUpAsync(server.Process);
        var doors = new List<(BenchClass Class, StartedSession Session, int Size)>();
        foreach (var size in sizes)
        {
            var session = await staff.StartAsync(Lesson);
            doors.Add((await BenchClass.OpenAsync(session.Hub("teacher"), staff.Browser.Cookies), session, size));
            server.Add(doors[^1].Class);
        }
        Console.WriteLine($"Server: {"session".ToQuantity(sizes.Count)} started, students are joining.");
        var taken = new ConcurrentBag<double>();
        var seats = doors.SelectMany(d => Enumerable.Range(1, d.Size).Select(n => (d.Class, d.Session, Number: n)));
        await Parallel.ForEachAsync(seats, new ParallelOptions { MaxDegreeOfParallelism = JoiningAtOnce }, async (seat, _) =>
        {
            var door = await StudentDoor.FindAsync(seat.Session.Console, seat.Session.Code, $"Student {seat.Number}");
            var from = Stopwatch.GetTimestamp();
            var student = await BenchStudent.EnterAsync(seat.Session.Hub("student"), await door.EnterAsync());
            taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            seat.Class.Seat(student);
        });
        var quiz = QuizPlan.Of(doors[0].Class.TeacherView!);
        foreach (var (c, _, _) in doors)
            await c.OpenStepAsync(quiz.Step);
        return (quiz, [.. taken]);
    }

    public static async Task FillHubAsync(BenchSide hub, IReadOnlyList<int> sizes)
    {
        for (var i = 0; i < sizes.Count; i++)
        {
            var room = await BenchClass.OpenAsync(new Uri(hub.Process.Address, $"/s/k{i}/teacher"), "");
            hub.Add(room);
            for (var n = 0; n < sizes[i]; n++)
                room.Seat(await BenchStudent.EnterAsync(new Uri(hub.Process.Address, $"/s/k{i}/student"), ""));
        }
    }

    /// <summary>Classes of the usual size, the last one with whoever is left.</summary>
    public static IReadOnlyList<int> Classes(int students, int each) =>
        [.. Enumerable.Range(0, (students + each - 1) / each).Select(i => Math.Min(each, students - i * each))];
}

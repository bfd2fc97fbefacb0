using BenchmarkDotNet.Attributes;
using CivicsClass.Sessions;

namespace CivicsClass.Benchmarks;

/// <summary>What happens in memory: replay, one answer, the views and the patches between them.</summary>
public class SessionBenchmarks
{
    private Lesson _lesson = null!;
    private (Recorded Head, string Kind, string Payload)[] _rows = [];
    private TeacherView _before = null!, _after = null!;
    private MyView _mineBefore = null!, _mineAfter = null!;

    [Params(30, 1_000)]
    public int Students { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _lesson = new Lesson(Students);
        _rows = _lesson.Rows(20_000);
        _before = _lesson.TeacherView();
        var asker = _lesson.Answer()[0].By;
        _mineBefore = SessionViews.My(_lesson.Session, asker);
        for (var i = 0; i < Students; i++)
            _lesson.Answer();
        (_after, _mineAfter) = (_lesson.TeacherView(), SessionViews.My(_lesson.Session, asker));
    }

    [Benchmark(Description = "replay of 20,000 events")]
    public LiveSession Replay() => Lesson.Replay(_rows);

    [Benchmark(Description = "one answer: rule, event, state")]
    public object Answer() => _lesson.Answer();

    [Benchmark(Description = "a student's own view")]
    public MyView My() => SessionViews.My(_lesson.Session, _lesson.Students[0]);

    [Benchmark(Description = "the teacher's view")]
    public TeacherView Teacher() => _lesson.TeacherView();

    [Benchmark(Description = "patch of a student's own view")]
    public byte[]? PatchMy() => MergePatch.Between(_mineBefore, _mineAfter, Lesson.Catalog.Json);

    [Benchmark(Description = "patch of the teacher's view")]
    public byte[]? PatchTeacher() => MergePatch.Between(_before, _after, Lesson.Catalog.Json);
}

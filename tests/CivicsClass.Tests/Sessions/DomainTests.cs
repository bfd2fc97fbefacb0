using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Moderation;
using CivicsClass.Sessions;
using Xunit;

namespace CivicsClass.Tests.Sessions;

/// <summary>The rules of a lesson know neither the database nor the web: their sources name nothing of EF Core or ASP.NET.</summary>
public sealed partial class DomainTests
{
    private static readonly string[] StepFolders = ["Norms", "Readings", "Quizzes", "Debates", "SourceChecks", "Polls", "Reflections", "Help"];

    private static readonly string[] Elsewhere =
    [
        "Sessions/LiveSession.cs", "Sessions/LiveSession.Own.cs", "Sessions/Step.cs", "Sessions/StepCatalog.cs", "Sessions/Views.cs", "Sessions/SessionViews.cs",
        "Sessions/SessionCommand.cs", "Sessions/SessionCommands.cs", "Sessions/SessionEvent.cs", "Sessions/SessionEvents.cs", "Sessions/MergePatch.cs",
        "Sessions/Aliases.cs", "Sessions/Nickname.cs", "Library/Pack.cs", "Library/SourceCheck.cs", "Library/RestsOnView.cs", "Library/Passage.cs", "Lessons/LessonPlan.cs", "Moderation/ModerationReason.cs", "Moderation/StudentText.cs",
    ];

    [Fact]
    public void The_domain_imports_neither_database_nor_web()
    {
        var files = StepFolders.SelectMany(folder => Directory.GetFiles(Path.Combine(Source(), folder), "*.cs")).Concat(Elsewhere.Select(file => Path.Combine(Source(), file))).ToArray();
        Assert.True(files.Length > 25);

        Assert.All(files, file => Assert.DoesNotMatch(Infrastructure(), File.ReadAllText(file)));
    }

    [Fact]
    public void Domain_types_hold_nothing_of_database_or_web()
    {
        var domain = typeof(LiveSession).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Step))).Concat([typeof(LiveSession), typeof(Step), typeof(Pack), typeof(LessonPlan), typeof(ModerationReason)]).ToArray();
        Assert.Equal(8, domain.Count(t => t.IsSubclassOf(typeof(Step))));
        const System.Reflection.BindingFlags All = System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic;

        var uses = domain.SelectMany(t => t.GetFields(All).Select(f => f.FieldType).Concat(t.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))));

        Assert.DoesNotContain(uses, t => t.Namespace is { } ns && (ns.StartsWith("Microsoft.", StringComparison.Ordinal) || ns.StartsWith("CivicsClass.Data", StringComparison.Ordinal)));
    }

    private static string Source([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CivicsClass"));

    [GeneratedRegex(@"Microsoft\.(EntityFrameworkCore|AspNetCore|Data)|CivicsClass\.Data\b|DbContext|HttpContext|TimeProvider")]
    private static partial Regex Infrastructure();
}

using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Versions;

namespace CivicsClass.Tests.Library.Versions;

public sealed class DifferenceTests
{
    private static readonly Pack Before = Read(new SamplePack());

    [Fact]
    public void A_version_does_not_differ_from_itself() => Assert.Empty(Difference.Between(Before, Before));

    [Fact]
    public void A_changed_word_is_shown_in_its_sentence_and_the_rest_is_counted()
    {
        var after = Read(new SamplePack().Change("readings/02-for-uniforms.md", "Uniforms save time.", "Uniforms save much time."));

        var part = Assert.Single(Difference.Between(Before, after));
        Assert.Equal(("Reading", "For uniforms", Change.Changed), (part.Kind, part.Name, part.Change));
        var line = Assert.Single(part.Lines);
        Assert.Equal("Paragraph 1", line.Name);
        Assert.Equal([(Change.Same, "Uniforms save "), (Change.Added, "much "), (Change.Same, "time.")], line.Phrases.Select(p => (p.Change, p.Text)));
        Assert.True(part.Unchanged > 5);
    }

    [Fact]
    public void A_paragraph_that_comes_in_between_leaves_the_others_unchanged()
    {
        var after = Read(new SamplePack().Change("readings/02-for-uniforms.md", "Uniforms save time.", "Uniforms save time.\n\nThey are seen from afar."));

        var reading = Difference.Between(Before, after).Single(p => p.Kind == "Reading");
        Assert.Equal(("Paragraph 2", Change.Added, "They are seen from afar."), reading.Lines.Select(l => (l.Name, l.Change, l.Phrases[0].Text)).Single());
    }

    [Fact]
    public void What_was_taken_out_and_what_is_new_is_told_with_its_text()
    {
        var after = Before with { Glossary = [new GlossaryTerm("Hem", [], "Where a skirt ends.")] };

        var changes = Difference.Between(Before, after);

        Assert.Equal((Change.Added, "Hem"), (changes[0].Change, changes[0].Name));
        Assert.Contains(changes[0].Lines, l => l is { Name: "Definition", Phrases: [{ Text: "Where a skirt ends." }] });
        Assert.Equal(Before.Glossary.Select(t => t.Term), changes.Skip(1).Select(c => c.Change == Change.Removed ? c.Name : ""));
    }

    [Fact]
    public void A_lesson_s_step_is_compared_member_by_member()
    {
        var lesson = Before.Lessons[0];
        var after = Before with { Lessons = [lesson with { Steps = [lesson.Steps[0] with { Minutes = 99 }, .. lesson.Steps.Skip(1)] }] };

        var line = Assert.Single(Assert.Single(Difference.Between(Before, after)).Lines);
        Assert.Equal($"Step “{lesson.Steps[0].Title}”", line.Name);
        Assert.Contains(line.Phrases, p => p is { Change: Change.Added } && p.Text.Contains("99", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_texts_can_be_told_from_the_phrases_of_any_change()
    {
        string[] texts = ["", "one", "one two", "two one", "one  two", "three two one", "“one”, two."];
        foreach (var was in texts)
            foreach (var now in texts)
            {
                var line = Difference.Between(Before with { Summary = "A " + was }, Before with { Summary = "A " + now }).SingleOrDefault()?.Lines.Single();
                Assert.Equal(was == now, line is null);
                if (line is null)
                    continue;
                Assert.Equal("A " + now, string.Concat(line.Phrases.Where(p => p.Change != Change.Removed).Select(p => p.Text)));
                Assert.Equal("A " + was, string.Concat(line.Phrases.Where(p => p.Change != Change.Added).Select(p => p.Text)));
            }
    }

    private static Pack Read(SamplePack files) => PackReader.Read(files.Files).Pack!;
}

using CivicsClass.Library.Balance;

namespace CivicsClass.Tests.Library.Balance;

public sealed class LoadedWordsTests
{
    private static readonly TextPlace Somewhere = new(PlaceKind.Reading, "a", "A", "paragraph 1");

    [Theory]
    [InlineData("They want open borders now.", "open borders")]
    [InlineData("An Open-Borders plan", "Open-Borders")]
    [InlineData("The opening borders on luck.", null)]
    [InlineData("Call him a fanatic.", "fanatic")]
    [InlineData("Fanatics met.", "Fanatics")]
    [InlineData("unfanatical", null)]
    [InlineData("The states' rights crowd", "states' rights")]
    [InlineData("The states’ rights crowd", "states’ rights")]
    [InlineData("Nothing here.", null)]
    public void A_word_is_found_whole_in_any_case_and_form(string sentence, string? found)
    {
        var list = Read("word: open borders, open border\ninstead: fewer limits\n\nword: fanatic*, states’ rights\ninstead: name it");

        Assert.Equal(found, list.In(Somewhere, sentence).SingleOrDefault()?.Marked);
    }

    [Fact]
    public void Of_words_that_overlap_the_longest_counts_and_its_place_in_the_sentence_is_told()
    {
        var list = Read("word: alien\ninstead: noncitizen\n\nword: illegal alien\ninstead: noncitizen without legal status");

        var hit = Assert.Single(list.In(Somewhere, "Each illegal alien, they said."));
        Assert.Equal(("Each ", "illegal alien", ", they said."), (hit.Before, hit.Marked, hit.After));
        Assert.Equal("noncitizen without legal status", hit.Word.Instead);
    }

    [Fact]
    public void A_word_is_explained_only_in_the_sentence_that_was_looked_at()
    {
        var list = Read("word: alien\ninstead: noncitizen\nwhere: a removable alien to remain\nbecause: A quotation.");

        Assert.Equal("A quotation.", Assert.Single(list.In(Somewhere, "It is no crime for a removable alien to remain.")).Reason);
        Assert.Null(Assert.Single(list.In(Somewhere, "An alien came.")).Reason);
        Assert.NotNull(Assert.Single(list.In(Somewhere with { IsHeadword = true }, "alien")).Reason);
    }

    [Theory]
    [InlineData("word: a", 1, "has no `instead:`")]
    [InlineData("\ninstead: a", 2, "has no `word:`")]
    [InlineData("word: a\ninstead:", 2, "Nothing stands after `instead:`")]
    [InlineData("word: a\nword: b\ninstead: c", 2, "stands twice in this entry")]
    [InlineData("word: a\nhurst: b\ninstead: c", 2, "“hurst” is not known here")]
    [InlineData("word: a\ninstead: c\nwhere: d", 3, "needs `because:`")]
    [InlineData("word: a\ninstead: c\nbecause: d", 3, "needs `where:`")]
    [InlineData("word: (a|b\ninstead: c", 1, "cannot be looked for")]
    [InlineData("word: *\ninstead: c", 1, "cannot be looked for")]
    [InlineData("word: ,\ninstead: c", 1, "names no word")]
    [InlineData("word: a\ninstead: c\n\nword: A\ninstead: c", 4, "“A” stands on line 1 already")]
    public void What_is_wrong_is_told_by_line(string text, int line, string sentence)
    {
        var problem = Assert.Single(LoadedWords.Read(text).Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_too_long_is_refused()
    {
        Assert.Contains("at most 100,000 fit", Assert.Single(LoadedWords.Read(new string('#', 100_001)).Problems).Sentence, StringComparison.Ordinal);
        var entries = string.Concat(Enumerable.Range(0, 1001).Select(n => $"word: w{n}\ninstead: x\n\n"));
        Assert.Contains("at most 1,000 fit", Assert.Single(LoadedWords.Read(entries).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_finds_nothing() => Assert.Empty(Read("# only a remark").In(Somewhere, "Anything at all."));

    [Fact]
    public void The_list_that_comes_with_the_program_takes_the_same_care_of_both_sides()
    {
        var (list, problems) = LoadedWords.Read(WordList.BuiltIn);
        Assert.Empty(problems);
        Assert.True(list.Entries.Count >= 60, $"{list.Entries.Count} entries");
        var against = list.Entries.GroupBy(e => e.Hurts ?? "").ToDictionary(g => g.Key, g => g.Count());
        int Against(string start) => against.Single(a => a.Key.StartsWith(start, StringComparison.Ordinal)).Value;
        Assert.InRange(Against("people who want less enforcement"), 25, 35);
        Assert.InRange(Against("people who want less enforcement") - Against("people who want more enforcement"), -2, 2);
        Assert.Equal(Against("people who want marijuana to stay forbidden"), Against("people who want marijuana to be allowed"));
    }

    private static LoadedWords Read(string text)
    {
        var (list, problems) = LoadedWords.Read(text);
        Assert.Empty(problems);
        return list;
    }
}

using System.Text.Json;
using CivicsClass.Debates;
using CivicsClass.Quizzes;
using CivicsClass.Sessions;
using Xunit;

namespace CivicsClass.Tests.Sessions;

public sealed class StepCatalogTests
{
    private static SessionCommand? Read(string json) => JsonSerializer.Deserialize<SessionCommand>(json, Classroom.Catalog.Json);

    [Fact]
    public void A_command_is_read_by_its_kind()
    {
        var answer = Assert.IsType<Answer>(Read("""{"step":"quiz","kind":"quiz.answer","item":"clause","options":["a"]}"""));

        Assert.Equal(("quiz", "clause", "a"), (answer.Step, answer.Item, answer.Options.Single()));
    }

    [Fact]
    public void What_is_optional_may_be_absent()
    {
        var submit = Assert.IsType<SubmitArgument>(Read("""{"kind":"debate.submit","step":"debate","argumentKind":"argue","side":"require","claim":"So.","basis":"fact","quotations":[]}"""));

        Assert.Equal((null, null, null, null), (submit.Argument, submit.On, submit.Reason, submit.Link));
    }

    [Theory]
    [InlineData("""{"kind":"quiz.answer","step":"quiz","item":"clause"}""")]
    [InlineData("""{"kind":"quiz.answer","step":"quiz","item":null,"options":[]}""")]
    [InlineData("""{"kind":"debate.submit","step":"debate","argumentKind":7,"side":"require","claim":"So.","basis":"fact","quotations":[]}""")]
    [InlineData("""{"kind":"debate.submit","step":"debate","argumentKind":"argue","side":"require","basis":"fact","quotations":[]}""")]
    [InlineData("""{"kind":"seat.take","name":"Mallory"}""")]
    [InlineData("""{"step":"quiz"}""")]
    public void A_malformed_command_is_not_read(string json) =>
        Assert.ThrowsAny<Exception>(() => Read(json) is null ? throw new JsonException() : Read(json));

    [Fact]
    public void Every_command_says_who_may_send_it() =>
        Assert.All(Classroom.Catalog.Commands.Keys, command => Assert.True(typeof(IFromStudent).IsAssignableFrom(command) ^ typeof(IFromTeacher).IsAssignableFrom(command), command.Name));

    [Fact]
    public void Joining_and_calling_time_have_no_name_that_a_client_could_send() =>
        Assert.DoesNotContain(Classroom.Catalog.Commands.Keys, typeof(IFromServer).IsAssignableFrom);
}

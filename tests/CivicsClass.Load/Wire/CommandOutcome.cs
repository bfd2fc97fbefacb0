using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicsClass.Load.Wire;

/// <param name="Seq">Present: stored on disk.</param>
/// <param name="My">The version of the student's own view in which the effect shows.</param>
/// <param name="From">With <paramref name="Patch"/>: what changes in the student's own view, from this version to <paramref name="My"/>.</param>
/// <param name="Refused">Present: nothing changed.</param>
/// <param name="Class">The version of the class's view, where this page was not told it before.</param>
public sealed record CommandOutcome(long? Seq, int[]? My, int[]? From, JsonNode? Patch, string? Refused, int[]? Class = null)
{
    public static CommandOutcome Read(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<CommandOutcome>(json.Span, JsonSerializerOptions.Web)!;
}

/// <summary>The hub threw: the call was not carried out, or nobody knows.</summary>
public sealed class HubRefusedException(string message) : Exception(message);

/// <summary>The server knows this device no longer: 401, 403 or 404.</summary>
public sealed class TurnedAwayException(int status) : Exception($"The server answered {status}.");

using System.Buffers.Text;
using System.Text.Json;

namespace CivicsClass.Load.Wire;

/// <summary>One record of SignalR's JSON hub protocol, cut into its parts without copying.
/// Source: dotnet/aspnetcore, src/SignalR/docs/specs/HubProtocol.md.</summary>
public readonly ref struct HubMessage
{
    public const int Handshake = 0, Invocation = 1, Completion = 3;

    public int Type { get; private init; }
    public int InvocationId { get; private init; }
    public ReadOnlySpan<byte> Target { get; private init; }
    /// <summary>The arguments of an invocation, a JSON array, or the result of a completion; may be empty.</summary>
    public ReadOnlySpan<byte> Body { get; private init; }
    public string? Error { get; private init; }

    public static HubMessage Read(ReadOnlySpan<byte> record)
    {
        int type = Handshake, id = 0;
        ReadOnlySpan<byte> target = default, body = default;
        string? error = null;
        var reader = new Utf8JsonReader(record);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("invocationId"u8))
            {
                reader.Read();
                id = Utf8Parser.TryParse(reader.ValueSpan, out int number, out _) ? number : 0;
            }
            else if (reader.ValueTextEquals("target"u8))
            {
                reader.Read();
                target = reader.ValueSpan;
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                error = reader.GetString();
            }
            else
            {
                var isBody = reader.ValueTextEquals("arguments"u8) || reader.ValueTextEquals("result"u8);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (isBody)
                    body = record[start..(int)reader.BytesConsumed];
            }
        }
        return new HubMessage { Type = type, InvocationId = id, Target = target, Body = body, Error = error };
    }
}

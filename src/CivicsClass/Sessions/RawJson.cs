using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicsClass.Sessions;

/// <summary>JSON that was written once and goes out as it is, to however many listen.</summary>
public readonly record struct RawJson(ReadOnlyMemory<byte> Utf8)
{
    internal sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new RawJson(JsonSerializer.SerializeToUtf8Bytes(document.RootElement));
        }

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}

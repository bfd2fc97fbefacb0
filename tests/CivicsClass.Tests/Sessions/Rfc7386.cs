using System.Text.Json.Nodes;

namespace CivicsClass.Tests.Sessions;

/// <summary>JSON merge patch as in RFC 7386, section 2, word for word: what a browser does with our patches.</summary>
internal static class Rfc7386
{
    public static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var merged = target is JsonObject ? (JsonObject)target.DeepClone() : [];
        foreach (var (name, value) in changes)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = Merge(merged[name], value);
        }
        return merged;
    }
}

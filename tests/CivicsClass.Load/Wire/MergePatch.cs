using System.Text.Json.Nodes;

namespace CivicsClass.Load.Wire;

/// <summary>RFC 7386, as the browser applies it.</summary>
public static class MergePatch
{
    /// <returns>A new tree; neither argument is changed.</returns>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var result = new JsonObject();
        if (target is JsonObject before)
            foreach (var (name, value) in before)
                if (!changes.ContainsKey(name))
                    result[name] = value?.DeepClone();
        foreach (var (name, change) in changes)
            if (change is not null)
                result[name] = Apply((target as JsonObject)?[name], change);
        return result;
    }
}

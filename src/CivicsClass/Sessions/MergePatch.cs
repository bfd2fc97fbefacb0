using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CivicsClass.Sessions;

/// <summary>Writes the JSON merge patch (RFC 7386) that turns one view into the next, without making either into JSON:
/// equal references are skipped, records are compared member by member, maps key by key, and only what differs is serialised.
/// Safe because views hold no nulls: an absent member in the new view is a null in the patch.</summary>
public static class MergePatch
{
    /// <param name="before">Absent: the other side holds nothing yet, and the patch is the whole view.</param>
    /// <returns>The patch as UTF-8 JSON, or null when the views are equal.</returns>
    public static byte[]? Between<T>(T? before, T after, JsonSerializerOptions json) where T : class
    {
        if (before is null)
            return JsonSerializer.SerializeToUtf8Bytes(after, json);
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        var wrote = false;
        var differs = Members(writer, before, after, json, ref wrote, () => { });
        if (!differs)
            return null;
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Opens the object (and, by <paramref name="open"/>, those around it) only when something differs.</summary>
    private static bool Members(Utf8JsonWriter writer, object before, object after, JsonSerializerOptions json, ref bool opened, Action open)
    {
        foreach (var member in json.GetTypeInfo(after.GetType()).Properties)
        {
            if (member.Get is null)
                continue;
            var was = member.Get(before);
            var now = member.Get(after);
            Value(writer, member.Name, was, now, member.PropertyType, json, ref opened, open);
        }
        return opened;
    }

    private static void Value(Utf8JsonWriter writer, string name, object? was, object? now, Type declared, JsonSerializerOptions json, ref bool opened, Action open)
    {
        if (ReferenceEquals(was, now))
            return;
        if (was is null || now is null)
        {
            Open(writer, ref opened, open);
            writer.WritePropertyName(name);
            if (now is null)
                writer.WriteNullValue();
            else
                JsonSerializer.Serialize(writer, now, declared, json);
            return;
        }
        var info = json.GetTypeInfo(now.GetType());
        if (info.Kind == JsonTypeInfoKind.Dictionary && was is IDictionary)
        {
            Nested(writer, name, ref opened, open, (ref bool inner, Action openInner) => Map(writer, (IDictionary)was, (IDictionary)now, declared, json, ref inner, openInner));
            return;
        }
        if (info.Kind == JsonTypeInfoKind.Object && was.GetType() == now.GetType())
        {
            Nested(writer, name, ref opened, open, (ref bool inner, Action openInner) => Members(writer, was, now, json, ref inner, openInner));
            return;
        }
        if (info.Kind == JsonTypeInfoKind.Object && json.GetTypeInfo(was.GetType()).Kind == JsonTypeInfoKind.Object)
        {
            Open(writer, ref opened, open);
            writer.WritePropertyName(name);
            Replace(writer, JsonSerializer.SerializeToElement(was, declared, json), JsonSerializer.SerializeToElement(now, declared, json));
            return;
        }
        if (info.Kind == JsonTypeInfoKind.Enumerable ? SameItems((IEnumerable)was, (IEnumerable)now) : was.Equals(now))
            return;
        Open(writer, ref opened, open);
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, now, declared, json);
    }

    private static void Map(Utf8JsonWriter writer, IDictionary before, IDictionary after, Type declared, JsonSerializerOptions json, ref bool opened, Action open)
    {
        var of = declared.IsGenericType ? declared.GetGenericArguments()[^1] : typeof(object);
        foreach (DictionaryEntry entry in after)
            Value(writer, (string)entry.Key, before[entry.Key], entry.Value, of, json, ref opened, open);
        foreach (var key in before.Keys)
        {
            if (after.Contains(key))
                continue;
            Open(writer, ref opened, open);
            writer.WriteNull((string)key);
        }
    }

    /// <summary>Another type of record in the same place, such as the next step on the wall. A patch merges into the object
    /// that stands there, so what the old one had and the new one lacks must be named to go away. Rare, hence by way of JSON.</summary>
    private static void Replace(Utf8JsonWriter writer, JsonElement was, JsonElement now)
    {
        if (was.ValueKind != JsonValueKind.Object || now.ValueKind != JsonValueKind.Object)
        {
            now.WriteTo(writer);
            return;
        }
        writer.WriteStartObject();
        foreach (var member in now.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (was.TryGetProperty(member.Name, out var old))
                Replace(writer, old, member.Value);
            else
                member.Value.WriteTo(writer);
        }
        foreach (var gone in was.EnumerateObject().Where(m => !now.TryGetProperty(m.Name, out _)))
            writer.WriteNull(gone.Name);
        writer.WriteEndObject();
    }

    private delegate void Inner(ref bool opened, Action open);

    private static void Nested(Utf8JsonWriter writer, string name, ref bool opened, Action open, Inner inner)
    {
        var outer = opened;
        var wrote = false;
        inner(ref wrote, () =>
        {
            Open(writer, ref outer, open);
            writer.WritePropertyName(name);
        });
        opened = outer;
        if (wrote)
            writer.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter writer, ref bool opened, Action open)
    {
        if (opened)
            return;
        open();
        writer.WriteStartObject();
        opened = true;
    }

    private static bool SameItems(IEnumerable was, IEnumerable now)
    {
        var (a, b) = (was.GetEnumerator(), now.GetEnumerator());
        while (true)
        {
            var (more, moreB) = (a.MoveNext(), b.MoveNext());
            if (more != moreB)
                return false;
            if (!more)
                return true;
            if (!Same(a.Current, b.Current))
                return false;
        }
    }

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (string x, string y) => x == y,
        (IEnumerable x, IEnumerable y) => SameItems(x, y),
        _ => Equals(a, b),
    };
}

using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;

namespace CivicsClass.Sessions;

/// <summary>Writes the JSON merge patch (RFC 7386) that turns one view into the next, without making either into JSON:
/// equal references are skipped, records are compared member by member, maps key by key, and only what differs is serialised.
/// Safe because views hold no nulls: an absent member in the new view is a null in the patch.</summary>
public static class MergePatch
{
    private static readonly ConcurrentDictionary<Type, Type> ValueTypes = [];

    /// <param name="before">Absent: the other side holds nothing yet, and the patch is the whole view.</param>
    /// <returns>The patch as UTF-8 JSON, or null when the views are equal.</returns>
    public static byte[]? Between<T>(T? before, T after, JsonSerializerOptions json) where T : class
    {
        if (before is null)
            return JsonSerializer.SerializeToUtf8Bytes(after, json);
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        var patch = new Differences(writer, json);
        patch.Enter(null);
        patch.Members(before, after);
        patch.Leave();
        writer.Flush();
        return buffer.WrittenCount == 0 ? null : buffer.WrittenSpan.ToArray();
    }

    /// <summary>Walks both views side by side. An object is opened in the patch, with those around it, only when something in it differs.</summary>
    private sealed class Differences(Utf8JsonWriter writer, JsonSerializerOptions json)
    {
        private readonly List<string?> _path = [];
        private int _opened;

        public void Enter(string? name) => _path.Add(name);

        public void Leave()
        {
            if (_opened == _path.Count)
            {
                writer.WriteEndObject();
                _opened--;
            }
            _path.RemoveAt(_path.Count - 1);
        }

        public void Members(object before, object after)
        {
            foreach (var member in json.GetTypeInfo(after.GetType()).Properties)
                if (member.Get is { } get)
                    Value(member.Name, get(before), get(after), member.PropertyType);
        }

        private void Value(string name, object? was, object? now, Type declared)
        {
            // Values and strings first, and records that are equal as a whole: both are by far the most of what is compared.
            if (ReferenceEquals(was, now) || (was is not null && was.Equals(now)))
                return;
            if (was is null || now is null || now is string || now.GetType().IsValueType)
                Write(name, now, declared);
            else if (now is IDictionary map && was is IDictionary old)
                Map(name, old, map, declared);
            else if (now is IEnumerable items && was is IEnumerable oldItems)
            {
                if (!SameItems(oldItems, items))
                    Write(name, now, declared);
            }
            else
                Record(name, was, now, declared);
        }

        private void Record(string name, object was, object now, Type declared)
        {
            if (was.GetType() == now.GetType())
            {
                Enter(name);
                Members(was, now);
                Leave();
                return;
            }
            Open();
            writer.WritePropertyName(name);
            Replace(writer, JsonSerializer.SerializeToElement(was, declared, json), JsonSerializer.SerializeToElement(now, declared, json));
        }

        private void Map(string name, IDictionary before, IDictionary after, Type declared)
        {
            var of = ValueTypes.GetOrAdd(declared, static map => map.IsGenericType ? map.GetGenericArguments()[^1] : typeof(object));
            var kept = 0;
            Enter(name);
            for (var entries = after.GetEnumerator(); entries.MoveNext();)
            {
                var was = before[entries.Key];
                kept += was is null ? 0 : 1;
                Value((string)entries.Key, was, entries.Value, of);
            }
            if (kept < before.Count)
                Forget(before, after);
            Leave();
        }

        private void Forget(IDictionary before, IDictionary after)
        {
            foreach (var key in before.Keys)
            {
                if (after.Contains(key))
                    continue;
                Open();
                writer.WriteNull((string)key);
            }
        }

        private void Write(string name, object? now, Type declared)
        {
            Open();
            writer.WritePropertyName(name);
            if (now is null)
                writer.WriteNullValue();
            else
                JsonSerializer.Serialize(writer, now, declared, json);
        }

        private void Open()
        {
            for (; _opened < _path.Count; _opened++)
            {
                if (_path[_opened] is { } name)
                    writer.WritePropertyName(name);
                writer.WriteStartObject();
            }
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

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CivicsClass.Library.Files;

/// <summary>A piece of YAML with the line it begins on.</summary>
internal abstract record YamlNode(int Line);

internal sealed record YamlText(string Value, bool Quoted, int Line) : YamlNode(Line);

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

internal sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Pairs, int Line) : YamlNode(Line);

/// <summary>Reads the part of YAML that a pack needs: texts, lists and maps. Built on the parser's events and not on its document
/// model, which overflows the stack on deep nesting and so would end the process: here the depth is counted before going deeper.</summary>
internal sealed class Yaml
{
    private readonly string _file;
    private readonly int _lineOffset;
    private readonly Problems _problems;
    private readonly Parser _events;
    private int _line, _pieces;

    private Yaml(string file, string text, int lineOffset, Problems problems)
    {
        (_file, _lineOffset, _problems) = (file, lineOffset, problems);
        _events = new Parser(new StringReader(text));
    }

    /// <param name="lineOffset">How many lines of the file stand before <paramref name="text"/>.</param>
    public static YamlMap? Read(string file, string text, int lineOffset, Problems problems)
    {
        var yaml = new Yaml(file, text, lineOffset, problems);
        try
        {
            return yaml.Document();
        }
        catch (Unreadable why)
        {
            problems.Add(file, why.Line, why.Message);
        }
        catch (Exception why)
        {
            // YamlDotNet answers some malformed texts with exceptions that are not its own.
            var line = why is YamlException { Start.Line: > 0 } known ? (int)known.Start.Line : (int)(yaml._events.Current?.End.Line ?? 1);
            problems.Add(file, line + lineOffset,
                $"This line cannot be read{Reason(why)}. Check the indentation and brackets, and put a text that contains “: ” or begins with a special character in quotation marks.");
        }
        return null;
    }

    private YamlMap? Document()
    {
        _events.Consume<StreamStart>();
        if (_events.Accept<StreamEnd>(out _))
            throw new Unreadable(0, "The file is empty. Fill it in or delete it.");
        _events.Consume<DocumentStart>();
        var root = Node(1);
        _events.Consume<DocumentEnd>();
        if (!_events.Accept<StreamEnd>(out _))
            throw new Unreadable(Line(_events.Current!), "A second document begins here. Keep one document in a file and remove the line of dashes.");
        return root as YamlMap ?? throw new Unreadable(root.Line, "The file must begin with a field, such as `title: …`.");
    }

    private YamlNode Node(int depth)
    {
        if (depth > Limits.Depth)
            throw new Unreadable(_events.Accept<ParsingEvent>(out var here) ? Line(here) : 1, $"Lists and fields are nested more than {Limits.Depth} deep here. A pack needs no such nesting; remove it.");
        if (++_pieces > Limits.Pieces || ++_problems.PiecesRead > Limits.PackPieces)
            throw new Unreadable(_line, "There are far more entries here than a pack needs. Remove those that do not belong to it.");
        if (_events.TryConsume<AnchorAlias>(out var alias))
            throw new Unreadable(Line(alias), $"`*{alias.Value}` refers to another place, which a pack may not do. Write the text out, or put it in quotation marks if the star belongs to it.");
        if (_events.TryConsume<Scalar>(out var text))
            return new YamlText(text.Value, text.Style != ScalarStyle.Plain, PlainLine(text));
        if (_events.TryConsume<SequenceStart>(out var list))
        {
            var line = PlainLine(list);
            return new YamlList(Items(depth), line);
        }
        var map = _events.Consume<MappingStart>();
        var first = PlainLine(map);
        return new YamlMap(Pairs(depth), first);
    }

    private List<YamlNode> Items(int depth)
    {
        var items = new List<YamlNode>();
        while (!_events.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return items;
    }

    private List<KeyValuePair<YamlText, YamlNode>> Pairs(int depth)
    {
        var pairs = new List<KeyValuePair<YamlText, YamlNode>>();
        var keys = new HashSet<string>();
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            var node = Node(depth + 1);
            if (node is not YamlText key)
                throw new Unreadable(node.Line, "A field's name must be a word here. Put a text that begins with a bracket or brace in quotation marks.");
            var value = Node(depth + 1);
            if (keys.Add(key.Value))
                pairs.Add(new(key, value));
            else
                _problems.Add(_file, key.Line, $"`{key.Value}` stands here twice. Keep one of them.");
        }
        return pairs;
    }

    /// <summary>The line of a piece that carries no anchor and no tag.</summary>
    private int PlainLine(NodeEvent @event)
    {
        var line = Line(@event);
        if (!@event.Anchor.IsEmpty)
            throw new Unreadable(line, $"`&{@event.Anchor.Value}` is an anchor, which a pack may not have. Remove it, or put the text in quotation marks if the sign belongs to it.");
        if (!@event.Tag.IsEmpty)
            throw new Unreadable(line, $"`{@event.Tag.Value}` is a tag, which a pack may not have. Remove it, or put the text in quotation marks if the exclamation mark belongs to it.");
        return line;
    }

    /// <summary>Never before what was read already: some events of the parser come without a place.</summary>
    private int Line(ParsingEvent @event) => _line = Math.Max(_line, (int)@event.Start.Line + _lineOffset);

    private static string Reason(Exception why) =>
        why is YamlException ? $" ({why.Message.Split("): ", 2)[^1].TrimEnd('.').ToLowerInvariant()})" : "";

    private sealed class Unreadable(int line, string sentence) : Exception(sentence)
    {
        public int Line { get; } = line;
    }
}

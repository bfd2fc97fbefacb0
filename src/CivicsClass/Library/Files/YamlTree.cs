namespace CivicsClass.Library.Files;

/// <summary>Writes what <see cref="Yaml"/> has read. Fields without a value are left out.</summary>
internal static class YamlTree
{
    public static string Write(YamlMap map)
    {
        var yaml = new YamlWriter();
        Write(yaml, map);
        return yaml.ToString();
    }

    private static void Write(YamlWriter yaml, YamlMap map)
    {
        foreach (var (key, value) in map.Pairs)
            if (value is YamlText text)
                _ = text.Value.Length is > 0 and < 5 && text.Value.All(char.IsAsciiDigit) ? yaml.Plain(key.Value, text.Value) : yaml.Text(key.Value, text.Value);
            else if (value is YamlMap inner)
                yaml.Map(key.Value, () => Write(yaml, inner));
            else if (value is YamlList list && list.Items.All(i => i is YamlMap))
                yaml.Maps(key.Value, [.. list.Items.OfType<YamlMap>()], entry => Write(yaml, entry));
            else if (value is YamlList texts)
                yaml.Texts(key.Value, [.. texts.Items.OfType<YamlText>().Select(t => t.Value)]);
    }
}

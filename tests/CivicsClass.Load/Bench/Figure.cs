using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicsClass.Load.Bench;

/// <summary>Something that was measured and, where issue and docs set one, its goal.</summary>
/// <param name="Name">In the JSON.</param>
/// <param name="What">In the printed table.</param>
/// <param name="Format">A numeric format with its unit, such as <c>0.0 'ms'</c>.</param>
public sealed record Figure(string Name, string What, double Value, string Format, double? AtMost = null, double? AtLeast = null)
{
    public string Shown => Value.ToString(Format, CultureInfo.CurrentCulture);

    public bool? IsMet => AtMost is null && AtLeast is null ? null : (AtMost is not { } most || Value <= most) && (AtLeast is not { } least || Value >= least);

    public string Goal => (AtMost, AtLeast) switch
    {
        ({ } most, _) => $"at most {most.ToString(Format, CultureInfo.CurrentCulture)}{Missed}",
        (_, { } least) => $"at least {least.ToString(Format, CultureInfo.CurrentCulture)}{Missed}",
        _ => "",
    };

    private string Missed => IsMet == false ? ", missed" : "";
}

public static class Figures
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>An aligned table; what a figure is compared with stands beside it.</summary>
    public static void Print(IReadOnlyList<Figure> figures, string beside = "", IReadOnlyDictionary<string, string>? others = null)
    {
        var width = figures.Max(f => f.What.Length);
        Console.WriteLine($"\n{"".PadRight(width)}  {"server",12}  {beside,12}  goal");
        foreach (var figure in figures)
            Console.WriteLine($"{figure.What.PadRight(width)}  {figure.Shown,12}  {others?.GetValueOrDefault(figure.Name),12}  {figure.Goal}".TrimEnd());
        Console.WriteLine();
    }

    /// <summary>The values under their names, and beside them the goals: <c>{"goals": {name: {"atMost": 2, "met": true}}}</c>.</summary>
    public static string ToJson(IReadOnlyList<Figure> figures)
    {
        var (all, goals) = (new JsonObject(), new JsonObject());
        foreach (var figure in figures)
        {
            all[figure.Name] = double.IsFinite(figure.Value) ? Math.Round(figure.Value, 4) : null;
            if (figure.IsMet is { } met)
                goals[figure.Name] = new JsonObject { [figure.AtMost is null ? "atLeast" : "atMost"] = figure.AtMost ?? figure.AtLeast, ["met"] = met };
        }
        all["goals"] = goals;
        return all.ToJsonString(Indented);
    }

    public static async Task WriteAsync(IReadOnlyList<Figure> figures, string? jsonFile)
    {
        if (jsonFile is not null)
            await File.WriteAllTextAsync(jsonFile, ToJson(figures) + "\n");
    }
}

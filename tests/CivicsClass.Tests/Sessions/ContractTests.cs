using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using CivicsClass.Sessions;
using Xunit;

namespace CivicsClass.Tests.Sessions;

/// <summary>The browser's contract.ts says the same as the C# records: names, types, and what may be absent.</summary>
public sealed partial class ContractTests
{
    private static readonly Assembly Server = typeof(ClassView).Assembly;
    private static readonly Type[] Unions = [typeof(StepView), typeof(MyStepView), typeof(TeacherStepView), typeof(WallStepView)];
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void The_browsers_contract_mirrors_every_view_and_command()
    {
        var written = Declarations(File.ReadAllText(ContractPath()));
        var expected = Reachable().ToDictionary(type => type.Name, Declaration);

        Assert.NotEmpty(expected);
        Assert.All(expected, pair =>
        {
            Assert.True(written.TryGetValue(pair.Key, out var found), $"contract.ts lacks {pair.Key}: {pair.Value}");
            Assert.Equal(pair.Value, found);
        });
    }

    [Fact]
    public void The_browsers_contract_names_nothing_that_the_server_does_not_know()
    {
        var known = Reachable().Select(type => type.Name).Concat(Unions.Select(type => type.Name))
            .Concat(["StudentCommand", "TeacherCommand", "SessionCommand"]).ToHashSet();

        Assert.Empty(Declarations(File.ReadAllText(ContractPath())).Keys.Except(known));
    }

    private static SortedSet<Type> Reachable()
    {
        var found = new SortedSet<Type>(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)));
        var open = new Queue<Type>([typeof(ClassView), typeof(MyView), typeof(TeacherView), typeof(WallView)]);
        foreach (var type in Server.GetTypes().Where(t => !t.IsAbstract && (Unions.Contains(t.BaseType) || IsFromBrowser(t))))
            open.Enqueue(type);
        while (open.TryDequeue(out var type))
        {
            if (type.Assembly != Server || type.IsAbstract || !found.Add(type) || type.IsEnum)
                continue;
            foreach (var part in Members(type).SelectMany(member => Parts(member.PropertyType)))
                open.Enqueue(part);
        }
        return found;
    }

    private static bool IsFromBrowser(Type type) => typeof(IFromStudent).IsAssignableFrom(type) || typeof(IFromTeacher).IsAssignableFrom(type);

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract");

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];

    /// <summary>A record as its members, sorted; an enum as its words.</summary>
    private static string Declaration(Type type) => type.IsEnum
        ? string.Join(" | ", Enum.GetNames(type).Select(name => $"'{Camel(name)}'"))
        : string.Join("; ", Members(type).Select(Member).Order(StringComparer.Ordinal));

    private static string Member(PropertyInfo member)
    {
        var mayBeAbsent = Nullable.GetUnderlyingType(member.PropertyType) is not null || Nullability.Create(member).ReadState == NullabilityState.Nullable;
        return $"{Camel(member.Name)}{(mayBeAbsent ? "?" : "")}: {TypeName(member.PropertyType)}";
    }

    private static string TypeName(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return TypeName(type.GetGenericArguments()[0]) + "[]";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return $"Record<string, {TypeName(type.GetGenericArguments()[1])}>";
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.String or TypeCode.DateTime => "string",
            TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double => "number",
            TypeCode.Boolean => "boolean",
            _ => type.Name,
        };
    }

    /// <summary>Interfaces as their members without the discriminator, sorted; type aliases as they stand.</summary>
    private static Dictionary<string, string> Declarations(string contract)
    {
        var found = new Dictionary<string, string>();
        foreach (Match match in InterfacePattern().Matches(contract))
            found.Add(match.Groups[1].Value, string.Join("; ", match.Groups[2].Value
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimEnd(';'))
                .Where(line => !line.StartsWith("kind: '", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)));
        foreach (Match match in AliasPattern().Matches(contract))
            found.Add(match.Groups[1].Value, match.Groups[2].Value.Trim());
        return found;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string ContractPath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CivicsClass/client/contract.ts");

    [GeneratedRegex(@"export interface (\w+) \{\n(.*?)\n\}", RegexOptions.Singleline)]
    private static partial Regex InterfacePattern();

    [GeneratedRegex(@"export type (\w+) =([^;]*);")]
    private static partial Regex AliasPattern();
}

using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Data;

/// <summary>Watches the queries that the tests make the application run on SQLite, and translates each for SQL Server and PostgreSQL
/// too when EF Core compiles it. A query that one of them cannot say fails there and then, in the test that ran it.</summary>
internal sealed class EveryQueryTranslates : IQueryExpressionInterceptor
{
    public static readonly EveryQueryTranslates Watch = new();

    private static readonly MethodInfo Compile = typeof(EveryQueryTranslates).GetMethod(nameof(CompileFor), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly Lazy<CivicsDbContext[]> Others = new(() =>
    [
        Context<SqlServerCivicsDbContext>(new DatabaseSettings(DatabaseProvider.SqlServer, "Server=nowhere.invalid", null)),
        Context<PostgreSqlCivicsDbContext>(new DatabaseSettings(DatabaseProvider.PostgreSql, "Host=nowhere.invalid", null)),
    ]);
    private readonly ConcurrentQueue<string> _translated = [];
    private readonly Lock _turn = new();

    /// <summary>Each query, once for each database it was translated for.</summary>
    public IReadOnlyCollection<string> Translated => _translated;

    public Expression QueryCompilationStarting(Expression query, QueryExpressionEventData data)
    {
        lock (_turn)
            foreach (var other in Others.Value)
                Translate(query, other);
        return query;
    }

    private void Translate(Expression query, CivicsDbContext other)
    {
        var moved = new ToModel(other.Model).Visit(query);
        var sequence = moved.Type.IsGenericType && moved.Type.IsAssignableTo(typeof(IQueryable));
        var result = sequence ? typeof(IAsyncEnumerable<>).MakeGenericType(moved.Type.GetGenericArguments()[0]) : typeof(Task<>).MakeGenericType(moved.Type);
        try
        {
            Compile.MakeGenericMethod(result).Invoke(null, [other, moved]);
        }
        catch (TargetInvocationException wrong)
        {
            throw new NotTranslatedException($"This query does not work on {other.Database.ProviderName}: {query}", wrong.InnerException!);
        }
        _translated.Enqueue($"{other.Database.ProviderName}: {query}");
    }

    private static void CompileFor<T>(DbContext other, Expression query) => other.GetService<IDatabase>().CompileQuery<T>(query, async: true);

    private static T Context<T>(DatabaseSettings settings) where T : CivicsDbContext =>
        TestDatabase.Services(settings).CreateScope().ServiceProvider.GetRequiredService<T>();

    /// <summary>The same query over another context's entities.</summary>
    private sealed class ToModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!) : base.VisitExtension(node);
    }
}

internal sealed class NotTranslatedException(string message, Exception inner) : Exception(message, inner);

using System.Net;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using static CivicsClass.Tests.Guards.AuthorisationList;

namespace CivicsClass.Tests.Guards;

/// <summary>Who may use what, walked in both directions: what exists has a row, and each row is what really happens.</summary>
public sealed class AuthorisationListTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public void Every_endpoint_stands_on_the_list()
    {
        var there = Endpoints().Select(e => Route(e)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Routes.Select(r => r.Route).Order(StringComparer.Ordinal), there);
    }

    [Fact]
    public void Every_endpoint_asks_for_just_whom_the_list_says()
    {
        foreach (var endpoint in Endpoints())
        {
            var roles = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Roles).OfType<string>().Distinct().ToArray();
            var who = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Who.Anyone
                : roles is ["Admin"] ? Who.Admin
                : roles is [] ? Who.Staff
                : throw new InvalidOperationException($"{Route(endpoint)} asks for {string.Join(", ", roles)}, which the list has no word for.");

            Assert.Equal((Route(endpoint), Routes.Single(r => r.Route == Route(endpoint)).Who), (Route(endpoint), who));
        }
    }

    [Fact]
    public void Files_are_for_anyone_and_only_files()
    {
        var files = All().Where(IsFile).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.NotNull(f.Metadata.GetMetadata<IAllowAnonymous>()));
        Assert.All(files, f => Assert.Matches(@"^/?(css|js|favicon|icon|manifest)", f.RoutePattern.RawText!));
    }

    [Fact]
    public async Task Every_page_answers_each_person_as_the_list_says()
    {
        using var nobody = server.Browser();
        using var teacher = await server.SignedInAsync(await server.TeacherAsync());
        using var admin = await server.SignedInAsync(await server.AdminAsync());
        foreach (var row in Routes.Where(r => r.Visit is not null))
        {
            Assert.Equal((row.Route, row.Nobody), (row.Route, Seen(await nobody.GetAsync(row.Visit!))));
            Assert.Equal((row.Route, row.Teacher), (row.Route, Seen(await teacher.GetAsync(row.Visit!))));
            Assert.Equal((row.Route, row.Admin), (row.Route, Seen(await admin.GetAsync(row.Visit!))));
        }
    }

    [Fact]
    public async Task Every_handler_that_takes_a_form_stands_on_the_list()
    {
        var loader = server.Services.GetRequiredService<PageLoader>();
        var there = new List<string>();
        foreach (var page in server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var handlers = (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerMethods.Where(h => h.HttpMethod != "Get");
            there.AddRange(handlers.Select(h => $"{h.HttpMethod} /{page.AttributeRouteInfo!.Template} {h.Name}"));
        }

        // The page of trouble shows why a form was refused, with or without its token.
        Assert.Equal(Forms.Select(f => $"Post {f.Route} {f.Handler}").Append("Post /trouble/{status:int} ").Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_but_pages_takes_a_form_except_what_is_named_here()
    {
        var takers = Endpoints().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) == true).Select(Route);

        Assert.Equal(["/operate/load", "/operate/password", "/operate/reading", "/s/{key}/reentry/{participant}"], takers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_changes_something_needs_a_form_of_ours()
    {
        using var admin = await server.SignedInAsync(await server.AdminAsync("forms@school.example"));
        foreach (var (_, _, path) in Forms)
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, (await admin.Http.PostAsync(path, new FormUrlEncodedContent([]))).StatusCode));
    }

    [Fact]
    public void Every_command_stands_on_the_list()
    {
        var there = server.Services.GetRequiredService<StepCatalog>().Commands
            .Select(c => (c.Value, Senders(c.Key))).OrderBy(c => c.Value, StringComparer.Ordinal);

        Assert.Equal(AuthorisationList.Commands.OrderBy(c => c.Kind, StringComparer.Ordinal), there);
    }

    private static From Senders(Type command) => (typeof(IFromStudent).IsAssignableFrom(command), typeof(IFromTeacher).IsAssignableFrom(command)) switch
    {
        (true, false) => From.Student,
        (false, true) => From.Teacher,
        _ => throw new InvalidOperationException($"{command.Name} must say who may send it."),
    };

    private IEnumerable<RouteEndpoint> All() => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<RouteEndpoint> Endpoints() => All().Where(e => !IsFile(e));

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
}

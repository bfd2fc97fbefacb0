using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Lessons;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Editing;
using CivicsClass.Library.Finding;
using CivicsClass.Library.Importing;
using CivicsClass.Library.Reviews;
using CivicsClass.Library.Topics;
using CivicsClass.Library.Versions;
using CivicsClass.Moderation.Holds;
using Microsoft.AspNetCore.Authorization;

namespace CivicsClass.Library;

public static class LibrarySetup
{
    public static WebApplicationBuilder AddLibrary(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InstanceLock>();
        builder.Services.AddSingleton<Packs>();
        builder.Services.AddScoped<Images>();
        builder.Services.AddScoped<DraftIntake>();
        builder.Services.AddScoped<PackExport>();
        builder.Services.AddScoped<PackDoor>();
        builder.Services.AddScoped<Withdrawals>();
        builder.Services.AddSingleton<LawAge>();
        builder.Services.AddScoped<WordList>();
        builder.Services.AddScoped<HoldList>();
        builder.Services.AddSingleton<CurrentHolds>();
        builder.Services.AddScoped<SignOffs>();
        builder.Services.AddScoped<TeacherLessons>();
        builder.Services.AddSingleton<LibrarySearch>();
        builder.Services.AddScoped<TopicDrafts>();
        builder.Services.AddScoped<TopicHistory>();
        builder.Services.AddScoped<TopicIntake>();
        builder.Services.AddScoped<Editors>();
        builder.Services.AddScoped<DraftEdits>();
        builder.Services.AddSingleton<OperateDoor>();
        builder.Services.AddHostedService(s => s.GetRequiredService<OperateDoor>());
        return builder;
    }

    public static WebApplication MapLibrary(this WebApplication app)
    {
        app.MapPost(OperateDoor.LoadPath, (HttpContext http, PackDoor door, OperateDoor operate) => operate.LoadAsync(http, door)).AllowAnonymous();
        app.MapPost(OperateDoor.ReadingPath, (string? name, HttpContext http, DraftIntake drafts, OperateDoor operate) => operate.ReadingAsync(http, name ?? "", drafts)).AllowAnonymous();
        app.MapPost(OperateDoor.PasswordPath, (HttpContext http, OperateDoor operate) => operate.PasswordAsync(http)).AllowAnonymous();
        app.MapGet("/library/images/{name}", (string name, HttpContext http, Images images) => images.ShowAsync(name, http)).RequireAuthorization();
        // A lesson's preview is the students' own page, which asks for images under its session's address.
        app.MapGet($"/s/{LessonPreview.Key}/images/{{name}}", (string name, HttpContext http, Images images) => images.ShowAsync(name, http)).RequireAuthorization();
        app.MapGet("/library/packs/{id:guid}/zip", (Guid id, PackExport export, CancellationToken stop) => export.DownloadAsync(id, stop)).RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Admin });
        app.MapGet("/s/{key}/images/{name}", SessionImages.ShowAsync).AllowAnonymous();
        return app;
    }
}

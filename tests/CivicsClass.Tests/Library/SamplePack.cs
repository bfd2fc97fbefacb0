using System.IO.Compression;
using System.Text;
using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library;

/// <summary>A small pack that is right in every way; tests spoil one thing in it.</summary>
internal sealed class SamplePack
{
    private readonly Dictionary<string, byte[]> _files = [];

    public SamplePack()
    {
        With("pack.yaml", """
            format: 1
            id: school-uniforms
            title: Uniforms at school
            question: Should a school require uniforms?
            summary: Some schools require uniforms.
            language: en
            asOf: 2024-05
            positions:
              - id: require
                name: Uniforms should be required
                short: Required
              - id: choose
                name: Clothing should be a choice
                short: A choice
            norms:
              - Criticize ideas and never people.
              - Listen first.
              - Quote exactly.
            """);
        With("readings/01-what-the-law-says.md", Reading("background", "What the law says", "Schools may set rules.\n\nCourts look at speech. They ask for a reason."));
        With("readings/02-for-uniforms.md", Reading("require", "For uniforms", "Uniforms save time.\n\n> A principal said so.\n\n- They cost less.\n- They last."));
        With("readings/03-for-choice.md", Reading("choose", "For choice", "## Speech\n\nClothes speak. *Students* know it."));
        With("quiz.yaml", """
            items:
              - id: who-decides
                kind: single
                stem: Who may set a dress code?
                options:
                  - text: A school
                    correct: true
                    feedback: Yes.
                  - text: A tailor
                    misconception: trade as authority
                    feedback: Tailors make clothes.
                  - text: Nobody
                    feedback: Somebody may.
                explanation: Schools may set rules.
                restsOn: [what-the-law-says#1, for-uniforms#4]
                difficulty: easy
                standards: [D2.Civ.4.9-12]
                helps: neither
              - id: courts-ask
                kind: trueFalse
                stem: Courts ask for a reason.
                options:
                  - text: "True"
                    correct: true
                    feedback: Yes.
                  - text: "False"
                    feedback: They do ask.
                explanation: See the text.
                restsOn: [what-the-law-says#2]
                difficulty: hard
                helps: choose
            """);
        With("glossary.yaml", """
            terms:
              - term: Dress code
                also: [dress codes]
                definition: Rules about clothes.
            """);
        With("source-checks/club-notice.yaml", """
            title: A notice of the fashion club
            about: A notice without a date.
            asOf: 2024-05
            paragraphs:
              - Uniforms are banned by law.
              - The club says that clothes should speak.
            claims:
              - id: banned
                claim: The law bans uniforms.
                paragraph: 1
                verdict: "false"
                reason: Schools may set rules.
                evidence:
                  - title: A book
                    url: https://example.org/book
                    note: Chapter 2
                restsOn: [what-the-law-says#1]
                changeMind: A law that bans them.
              - id: speak
                claim: Clothes should speak.
                paragraph: 2
                verdict: opinion
                reason: It says what should be.
                evidence:
                  - title: The notice itself
                changeMind: Evidence cannot settle it.
            """);
        With("lessons/short.yaml", """
            title: A short lesson
            summary: Read, answer, argue.
            minutes: 40
            objectives: [Tell law from opinion.]
            steps:
              - kind: norms
                minutes: 3
                script: Read our norms.
                early: Choose one.
              - kind: reading
                minutes: 10
                script: Read.
                early: Read again.
                readings: [what-the-law-says, for-uniforms, for-choice]
              - kind: quiz
                minutes: 7
                script: Answer.
                early: Check.
                pace: teacher
                items: [who-decides]
                seconds: 60
              - kind: quiz
                title: Once more
                minutes: 5
                script: Answer.
                early: Check.
                pace: self
                items: [courts-ask]
              - kind: debate
                minutes: 10
                script: Argue.
                early: Answer yourself.
                sides: lot
              - kind: reflection
                minutes: 2
                script: Look back.
                early: Write more.
                prompts: [What changed?]
              - kind: sourceCheck
                minutes: 3
                script: Judge.
                early: Look it up.
                check: club-notice
                claims: [speak, banned]
            """);
    }

    public PackFiles Files => new(_files);

    public static string Reading(string side, string title, string text) => $"""
        ---
        side: {side}
        title: {title}
        author: Ana
        publisher: CivicsClass
        date: 2024-05
        kind: secondary
        sources:
          - title: A book
            url: https://example.org/book
        ---
        {text}
        """;

    public SamplePack With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public SamplePack With(string path, byte[] content)
    {
        _files[path] = content;
        return this;
    }

    public SamplePack Without(string path)
    {
        Assert.True(_files.Remove(path));
        return this;
    }

    public SamplePack Change(string path, string from, string to)
    {
        var text = Encoding.UTF8.GetString(_files[path]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return With(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public byte[] Zip(string folder = "")
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in _files)
            {
                using var entry = archive.CreateEntry(folder + path).Open();
                entry.Write(content);
            }
        return zip.ToArray();
    }

    public string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("pack").FullName;
        foreach (var (path, content) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllBytes(Path.Combine(folder, path), content);
        }
        return folder;
    }
}

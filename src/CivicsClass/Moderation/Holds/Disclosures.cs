namespace CivicsClass.Moderation.Holds;

/// <summary>Finds what tells somebody's immigration status: a status word that is said of a person. Whoever writes about the topic
/// uses the same words of groups, of laws and of nobody in particular, and that passes.</summary>
internal sealed class Disclosures(Func<HoldKind, IEnumerable<string>> list)
{
    private const int FarFromPerson = 5, NearPerson = 1, MostBetween = 6, NameReach = 2;

    private static readonly HashSet<string> Links = Set("is are was were am s re m be been has have had got came come comes live lives lived living stay stays staying became become es son esta estan soy somos estoy era fue tiene tienen tengo tenemos vive viven vino vinieron sigue siguen anda llego llegaron entro entraron ve");
    private static readonly HashSet<string> OfOne = Set("is s was has got came lives became es esta era fue tiene vive vino sigue llego entro");
    private static readonly HashSet<string> Fill = Set("a an the also still here in this country not actually really now currently both all probably been being on un una unos unas aqui en este pais todavia tambien like just only maybe kinda basically technically literally with under totally even always never no to out of us usa states united estados unidos as one and y they gonna getting have has had who quien que");
    private static readonly HashSet<string> Breaks = Set("say says said saying think thinks thought believe believes feel feels know knows knew argue argues argued tell tells told hear hears heard read reads wrote support supports want wants agree agrees disagree that if whether because but about for against how why what when dice dijo cree creo piensa pienso si porque pero sobre people person immigrants immigrant workers worker migrants families noncitizens students everyone anyone residents drivers someone others gente inmigrantes migrantes personas trabajadores law laws policy rule");
    private static readonly HashSet<string> Supposes = Set("if whether suppose imagine when unless si cuando supongamos imagina someone where");
    private static readonly HashSet<string> Owners = Set("my our his her mi mis nuestro nuestra nuestros nuestras");
    private static readonly HashSet<string> Pronouns = Set("i he she we im hes shes yo ella nosotros nosotras you u youre tu usted");
    private static readonly HashSet<string> WithLink = Set("im hes shes youre");
    private static readonly HashSet<string> Objects = Set("me us");
    private static readonly HashSet<string> Asks = Set("is are was were does do did has have es esta tiene son");

    private readonly Phrasebook _status = new(list(HoldKind.Status)), _slippery = new(list(HoldKind.Slippery)), _deed = new(list(HoldKind.Deed)), _always = new(list(HoldKind.Always)),
        _taken = new(list(HoldKind.Taken)), _people = new(list(HoldKind.People)), _person = new(list(HoldKind.Person)), _notNames = new(list(HoldKind.NotName)), _pass = new(list(HoldKind.Pass));

    private enum Who { Nobody, Close, Pronoun, Guess }

    public IEnumerable<(int Start, int End)> In(List<Token> tokens, ClassNames names)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (_pass.At(tokens, at) is > 0 and var passed)
            {
                at += passed - 1;
                continue;
            }
            if (_always.At(tokens, at) is > 0 and var always)
                yield return Span(tokens, at, at + always - 1);
            else if (_taken.At(tokens, at) is > 0 and var taken && WhoIsTaken(tokens, at + taken, names) is { } them)
                yield return Span(tokens, at, them);
            else if (Said(tokens, at, names) is var (from, last))
                yield return Span(tokens, from, last);
        }
    }

    private static (int, int) Span(List<Token> tokens, int from, int last) => (tokens[from].Start, tokens[last].End);

    private int? WhoIsTaken(List<Token> tokens, int at, ClassNames names)
    {
        for (var to = at; to <= at + 1 && to < tokens.Count && tokens[to].Sentence == tokens[at - 1].Sentence; to++)
            if (Objects.Contains(tokens[to].Word))
                return to;
            else if (PersonAt(tokens, to, names) is (Who.Close or Who.Guess, var length))
                return to + length - 1;
        return null;
    }

    /// <returns>From the person to the status that is said of this person.</returns>
    private (int From, int Last)? Said(List<Token> tokens, int at, ClassNames names)
    {
        var (deed, status, slippery) = (_deed.At(tokens, at), _status.At(tokens, at), _slippery.At(tokens, at));
        if (deed + status + slippery == 0)
            return null;
        var last = at + Math.Max(deed, Math.Max(status, slippery)) - 1;
        var onlySlippery = deed + status == 0;
        // "Illegal immigration" says what is done, and of nobody.
        if (onlySlippery && last + 1 < tokens.Count && tokens[last + 1].Sentence == tokens[last].Sentence && tokens[last + 1].Word is "immigration" or "to" or "for" or "under" or "because" or "crossing" or "in" or "search")
            return null;
        var link = deed > 0 ? at : Link(tokens, at);
        for (var from = at - 1; from >= 0 && from >= at - MostBetween - FarFromPerson - 3 && tokens[from].Sentence == tokens[at].Sentence; from--)
        {
            var (who, length) = PersonAt(tokens, from, names);
            // "My undocumented cousin": the status stands within the person.
            if (who == Who.Close && from + length > last + 1)
                return (from, from + length - 1);
            if (who == Who.Nobody || from + length > at)
                continue;
            if (who == Who.Guess && (onlySlippery || Supposed(tokens, from)))
                continue;
            if (who == Who.Pronoun && Supposed(tokens, from))
                continue;
            var next = from + length;
            if ((next == at && (who == Who.Close || WithLink.Contains(tokens[from].Word))) || IsLinked(tokens, who, from, next, link, at) || IsAsked(tokens, from, next, at))
                return (from, last);
        }
        return null;
    }

    /// <summary>Where the verb stands that carries the status; absent when only other words are between.</summary>
    private static int? Link(List<Token> tokens, int at)
    {
        int? link = null;
        for (var back = at - 1; back >= 0 && at - back <= MostBetween && tokens[back].Sentence == tokens[at].Sentence; back--)
            if (Links.Contains(tokens[back].Word))
                link = back;
            else if (!Fill.Contains(tokens[back].Word))
                break;
        return link;
    }

    private static bool IsLinked(List<Token> tokens, Who who, int from, int next, int? link, int at)
    {
        if (WithLink.Contains(tokens[from].Word))
            return Between(tokens, next, at, Fill.Contains);
        if (link is not { } verb || verb < next)
            return false;
        return who switch
        {
            Who.Pronoun => verb - next <= NearPerson && Between(tokens, next, verb, Fill.Contains),
            Who.Guess => verb - next <= NameReach && (verb == at || OfOne.Contains(tokens[verb].Word) || !tokens[from].IsFirst) && Between(tokens, next, verb, word => !Breaks.Contains(word)),
            _ => verb - next <= FarFromPerson && Between(tokens, next, verb, word => !Breaks.Contains(word)),
        };
    }

    /// <summary>"Is Diego undocumented?"</summary>
    private static bool IsAsked(List<Token> tokens, int from, int next, int at) =>
        from > 0 && tokens[from - 1].Sentence == tokens[from].Sentence && Asks.Contains(tokens[from - 1].Word) && at - next <= 4 && Between(tokens, next, at, Fill.Contains);

    private static bool Between(List<Token> tokens, int from, int to, Func<string, bool> fits)
    {
        for (var at = from; at < to; at++)
            if (!fits(tokens[at].Word))
                return false;
        return true;
    }

    private static bool Supposed(List<Token> tokens, int from)
    {
        for (var back = from - 1; back >= Math.Max(0, from - 2) && tokens[back].Sentence == tokens[from].Sentence; back--)
            if (Supposes.Contains(tokens[back].Word))
                return true;
        return false;
    }

    private (Who Who, int Length) PersonAt(List<Token> tokens, int at, ClassNames names)
    {
        var token = tokens[at];
        if (Owners.Contains(token.Word) && Owned(tokens, at + 1) is > 0 and var owned)
            return (Who.Close, owned + 1);
        if (_person.At(tokens, at) is > 0 and var phrase)
            return (Who.Close, phrase);
        if (names.At(tokens, at) is > 0 and var name)
            return (Who.Close, name);
        if (Pronouns.Contains(token.Word))
            return (Who.Pronoun, 1);
        return token is { IsCapital: true, IsShouted: false } && token.Word.Length > 2 && !_notNames.HasWord(token.Word) ? (Who.Guess, 1) : (Who.Nobody, 0);
    }

    /// <summary>"Uncle" after "my", or "best friend's dad".</summary>
    private int Owned(List<Token> tokens, int at)
    {
        var reach = Math.Min(tokens.Count, at + 3);
        for (var noun = at; noun < reach && tokens[noun].Sentence == tokens[at].Sentence; noun++)
        {
            if (_people.At(tokens, noun) is not (> 0 and var length))
                continue;
            var end = noun + length;
            return end + 1 < tokens.Count && tokens[end].Word == "s" && Owned(tokens, end + 1) is > 0 and var more ? end + 1 + more - at : end - at;
        }
        return 0;
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}

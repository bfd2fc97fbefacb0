using System.Text.RegularExpressions;
using System.Xml.Linq;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>An item of QTI 2.1, or of 3.0 with its names.</summary>
internal sealed partial class Qti2Writer(bool is3)
{
    private const string Response = "RESPONSE", Chosen = "FEEDBACK", Always = "EXPLANATION", Explanation = "explanation";

    private readonly XNamespace _ns = is3 ? "http://www.imsglobal.org/xsd/imsqtiasi_v3p0" : "http://www.imsglobal.org/xsd/imsqti_v2p1";

    public XDocument Document(QuizItem item)
    {
        var cardinality = item.Kind == ItemKind.Multiple ? "multiple" : "single";
        return new XDocument(new XDeclaration("1.0", "UTF-8", null), E("assessmentItem",
            A("identifier", item.Id), A("title", item.Id), A("adaptive", "false"), A("timeDependent", "false"),
            E("responseDeclaration", A("identifier", Response), A("cardinality", cardinality), A("baseType", "identifier"),
                E("correctResponse", item.Key.Select(k => E("value", k)))),
            E("outcomeDeclaration", A("identifier", "SCORE"), A("cardinality", "single"), A("baseType", "float"), E("defaultValue", E("value", "0"))),
            E("outcomeDeclaration", A("identifier", Chosen), A("cardinality", cardinality), A("baseType", "identifier")),
            E("outcomeDeclaration", A("identifier", Always), A("cardinality", "single"), A("baseType", "identifier")),
            E("itemBody", E("choiceInteraction", A("responseIdentifier", Response), A("shuffle", "true"), A("maxChoices", item.Kind == ItemKind.Multiple ? "0" : "1"),
                E("prompt", item.Stem),
                item.Options.Select(o => E("simpleChoice", A("identifier", o.Id), o.Text,
                    E("feedbackInline", A("outcomeIdentifier", Chosen), A("identifier", o.Id), A("showHide", "show"), o.Feedback))))),
            E("responseProcessing",
                E("responseCondition", E("responseIf",
                    E("match", E("variable", A("identifier", Response)), E("correct", A("identifier", Response))),
                    E("setOutcomeValue", A("identifier", "SCORE"), E("baseValue", A("baseType", "float"), "1")))),
                E("setOutcomeValue", A("identifier", Chosen), E("variable", A("identifier", Response))),
                E("setOutcomeValue", A("identifier", Always), E("baseValue", A("baseType", "identifier"), Explanation))),
            E("modalFeedback", A("outcomeIdentifier", Always), A("identifier", Explanation), A("showHide", "show"),
                is3 ? E("contentBody", item.Explanation) : item.Explanation)));
    }

    private XElement E(string name, params object?[] content) => new(_ns + (is3 ? $"qti-{Kebab(name)}" : name), content);

    private XAttribute A(string name, string value) => new(is3 ? Kebab(name) : name, value);

    private static string Kebab(string name) => Capital().Replace(name, m => $"-{m.Value.ToLowerInvariant()}");

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}

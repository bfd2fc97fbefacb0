using System.Xml.Linq;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

internal static class Qti12Writer
{
    private const string Response = "response1";
    private static readonly XNamespace Ns = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";

    public static XDocument Document(string title, IReadOnlyList<QuizItem> items) => new(new XDeclaration("1.0", "UTF-8", null),
        E("questestinterop", E("assessment", A("ident", "assessment"), A("title", title), E("section", A("ident", "root_section"), items.Select(Item)))));

    private static XElement Item(QuizItem item) => E("item", A("ident", item.Id), A("title", item.Id),
        E("itemmetadata", E("qtimetadata",
            Field("question_type", item.Kind switch { ItemKind.Single => "multiple_choice_question", ItemKind.Multiple => "multiple_answers_question", _ => "true_false_question" }),
            Field("points_possible", "1"),
            ItemTags.Of(item).Select(t => Field("civicsclass", t)))),
        E("presentation", Material(item.Stem),
            E("response_lid", A("ident", Response), A("rcardinality", item.Kind == ItemKind.Multiple ? "Multiple" : "Single"),
                E("render_choice", item.Options.Select(o => E("response_label", A("ident", o.Id), Material(o.Text)))))),
        E("resprocessing",
            E("outcomes", E("decvar", A("maxvalue", "100"), A("minvalue", "0"), A("varname", "SCORE"), A("vartype", "Decimal"))),
            E("respcondition", A("continue", "Yes"), E("conditionvar", E("other")), Shows("general_fb")),
            item.Options.Select(o => E("respcondition", A("continue", "Yes"), E("conditionvar", Chosen(o)), Shows($"{o.Id}_fb"))),
            E("respcondition", A("continue", "No"), E("conditionvar", Key(item)), E("setvar", A("action", "Set"), A("varname", "SCORE"), "100"))),
        Feedback("general_fb", item.Explanation),
        item.Options.Select(o => Feedback($"{o.Id}_fb", o.Feedback)));

    private static XElement Key(QuizItem item) => item.Kind == ItemKind.Multiple
        ? E("and", item.Options.Select(o => o.Correct ? Chosen(o) : E("not", Chosen(o))))
        : Chosen(item.Options.First(o => o.Correct));

    private static XElement Chosen(Option option) => E("varequal", A("respident", Response), option.Id);

    private static XElement Shows(string feedback) => E("displayfeedback", A("feedbacktype", "Response"), A("linkrefid", feedback));

    private static XElement Feedback(string ident, string text) => E("itemfeedback", A("ident", ident), E("flow_mat", Material(text)));

    private static XElement Material(string text) => E("material", E("mattext", A("texttype", "text/html"), HtmlWords.Escape(text)));

    private static XElement Field(string label, string entry) => E("qtimetadatafield", E("fieldlabel", label), E("fieldentry", entry));

    private static XElement E(string name, params object?[] content) => new(Ns + name, content);

    private static XAttribute A(string name, string value) => new(name, value);
}

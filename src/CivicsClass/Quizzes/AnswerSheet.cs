using System.Globalization;
using Humanizer;

namespace CivicsClass.Quizzes;

/// <summary>One student's answers. Its view is made once per change.</summary>
internal sealed class AnswerSheet(int seed)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _answers = [];
    private MyQuiz? _view;

    public int Count => _answers.Count;
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers => _answers;
    public MyQuiz View => _view ??= new MyQuiz(seed, new Dictionary<string, IReadOnlyList<string>>(_answers));

    public IReadOnlyList<string> On(string item) => _answers.GetValueOrDefault(item, []);

    public void Put(string item, IReadOnlyList<string> options)
    {
        if (options.Count == 0)
            _answers.Remove(item);
        else
            _answers[item] = options;
        _view = null;
    }

    public string Progress(int of) => Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Count} of {"question".ToQuantity(of)}");
}

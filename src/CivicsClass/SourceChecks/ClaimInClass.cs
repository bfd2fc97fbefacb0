using CivicsClass.Library;

namespace CivicsClass.SourceChecks;

/// <summary>One claim before the class: who judged it how, and whether its verdict is out. Its views are made once per change.</summary>
internal sealed class ClaimInClass(CheckedClaim claim, int number, Pack pack)
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();
    private readonly int[] _counts = new int[Verdicts.Length];
    private readonly Dictionary<string, Judgement> _judgements = [];
    private ClaimView? _view;
    private TeacherClaim? _teacherView;
    private WallClaim? _wallView;

    public string Id => claim.Id;
    public bool IsRevealed { get; private set; }

    public Judgement? By(string participant) => _judgements.GetValueOrDefault(participant);

    public void Judge(string participant, Judgement judgement)
    {
        if (By(participant) is { } before)
            _counts[(int)before.Verdict]--;
        _counts[(int)judgement.Verdict]++;
        _judgements[participant] = judgement;
        Changed();
    }

    /// <summary>A removed student no longer counts; the teacher keeps what was written.</summary>
    public void Leave(string participant)
    {
        if (By(participant) is not { } judgement)
            return;
        _counts[(int)judgement.Verdict]--;
        Changed();
    }

    public void Reveal()
    {
        IsRevealed = true;
        _view = null;
        Changed();
    }

    public ClaimView View => _view ??= new ClaimView(number, claim.Text, Revealed());

    public TeacherClaim TeacherView => _teacherView ??= new TeacherClaim
    {
        Number = number,
        Text = claim.Text,
        Judged = Judged,
        Spread = Spread(),
        Judgements = _judgements.ToDictionary(),
        Revealed = View.Revealed,
    };

    public WallClaim WallView => _wallView ??= new WallClaim(number, claim.Text, Judged, IsRevealed
        ? new WallVerdict(claim.Verdict, [.. Verdicts.Select(v => new WallShare(v, Percent(_counts[(int)v])))], claim.Reason, claim.Evidence, claim.ChangeMind)
        : null);

    private int Judged => _counts.Sum();

    private VerdictView? Revealed() => IsRevealed
        ? new VerdictView(claim.Verdict, claim.Paragraph, Judged, Spread(), claim.Reason, claim.Evidence, RestsOnView.All(pack, claim.RestsOn), claim.ChangeMind)
        : null;

    private VerdictCount[] Spread() => [.. Verdicts.Select(v => new VerdictCount(v, _counts[(int)v]))];

    private int Percent(int count) => Judged == 0 ? 0 : (int)Math.Round(100.0 * count / Judged, MidpointRounding.AwayFromZero);

    private void Changed()
    {
        // What students see of a claim does not change with each judgement before the verdict is out, so its view must not either.
        if (IsRevealed)
            _view = null;
        _teacherView = null;
        _wallView = null;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CivicsClass.Lessons;

namespace CivicsClass.Sessions;

/// <summary>Everything that can stand in a session: steps, commands, events and views under their stable names.
/// The session's own are here; each step's come with its registration.</summary>
public sealed class StepCatalog
{
    private readonly Dictionary<Type, (string Kind, Func<LiveSession, StepPlan, Step> Make)> _steps = [];
    private readonly Dictionary<Type, Dictionary<Type, string>> _names = [];
    private readonly Dictionary<string, Type> _eventTypes = [];
    private JsonSerializerOptions? _json;

    public StepCatalog()
    {
        Name<SessionCommand, OpenStep>("step.open");
        Name<SessionCommand, CloseStep>("step.close");
        Name<SessionCommand, SkipStep>("step.skip");
        Name<SessionCommand, PauseLesson>("lesson.pause");
        Name<SessionCommand, ExtendTime>("lesson.extend");
        Name<SessionCommand, CallEyesUp>("lesson.eyesUp");
        Name<SessionCommand, LockDoor>("door.lock");
        Name<SessionCommand, RemoveStudent>("student.remove");
        Name<SessionCommand, PausePosting>("student.pausePosting");
        Name<SessionCommand, KeepDraft>("draft.keep");
        Name<SessionCommand, ReleaseText>("text.release");
        Name<SessionCommand, ReturnText>("text.return");
        Name<SessionCommand, KeepIncident>("text.keepIncident");
        Name<SessionCommand, EraseText>("text.erase");
        Name<SessionCommand, EndSession>("session.end");
        Event<SessionStarted>("session.started");
        Event<StepOpened>("step.opened");
        Event<StepClosed>("step.closed");
        Event<StepSkipped>("step.skipped");
        Event<TimerSet>("timer.set");
        Event<TimeRanOut>("timer.ranOut");
        Event<LessonPaused>("lesson.paused");
        Event<EyesCalledUp>("lesson.eyesUp");
        Event<DoorLocked>("door.locked");
        Event<StudentSeated>("student.seated");
        Event<StudentRemoved>("student.removed");
        Event<PostingPaused>("student.postingPaused");
        Event<SessionEnded>("session.ended");
        Event<TextReleased>("text.released");
        Event<TextReturned>("text.returned");
        Event<IncidentKept>("text.incidentKept");
        Event<TextErased>("text.erased");
    }

    public IReadOnlyDictionary<Type, string> Commands => _names[typeof(SessionCommand)];
    public IReadOnlyDictionary<string, Type> Events => _eventTypes;

    /// <summary>Registers a step under its kind, with its plan.</summary>
    public StepCatalog Step<TPlan>(string kind, Func<LiveSession, TPlan, Step> make) where TPlan : StepPlan
    {
        Name<StepPlan, TPlan>(kind);
        _steps.Add(typeof(TPlan), (kind, (session, plan) => make(session, (TPlan)plan)));
        return this;
    }

    public StepCatalog Views<TClass, TMy, TTeacher, TWall>(string kind)
        where TClass : StepView where TMy : MyStepView where TTeacher : TeacherStepView where TWall : WallStepView
    {
        Name<StepView, TClass>(kind);
        Name<MyStepView, TMy>(kind);
        Name<TeacherStepView, TTeacher>(kind);
        Name<WallStepView, TWall>(kind);
        return this;
    }

    public StepCatalog Command<T>(string name) where T : SessionCommand => Name<SessionCommand, T>(name);

    public StepCatalog Event<T>(string kind) where T : SessionEvent
    {
        _eventTypes.Add(kind, typeof(T));
        return Name<SessionEvent, T>(kind);
    }

    public string Kind(StepPlan plan) => _steps[plan.GetType()].Kind;

    public string Kind(SessionEvent @event) => _names[typeof(SessionEvent)][@event.GetType()];

    internal Step Make(LiveSession session, StepPlan plan) => _steps[plan.GetType()].Make(session, plan);

    /// <summary>How commands, events, plans and views are written: camel case, enums as words, no nulls, <c>kind</c> for the type.</summary>
    public JsonSerializerOptions Json => _json ??= Build();

    private StepCatalog Name<TBase, T>(string name) where T : TBase
    {
        if (!_names.TryGetValue(typeof(TBase), out var names))
            _names[typeof(TBase)] = names = [];
        names.Add(typeof(T), name);
        return this;
    }

    private JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            AllowOutOfOrderMetadataProperties = true,
            MaxDepth = 24,
            RespectNullableAnnotations = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new RawJson.Converter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(NameTypes).WithAddedModifier(RequireWhatIsNotNullable),
        };
        options.MakeReadOnly();
        return options;
    }

    private void NameTypes(JsonTypeInfo info)
    {
        if (!_names.TryGetValue(info.Type, out var names))
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var (type, name) in names)
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, name));
    }

    /// <summary>A command without a member that it needs does not parse, so verbs never meet a null they do not expect.</summary>
    private static void RequireWhatIsNotNullable(JsonTypeInfo info)
    {
        foreach (var member in info.Properties)
        {
            if (member.AssociatedParameter is { IsNullable: false, HasDefaultValue: false } parameter && Nullable.GetUnderlyingType(parameter.ParameterType) is null)
                member.IsRequired = true;
        }
    }
}

using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

public static class ControversySetup
{
    public static StepCatalog AddControversies(this StepCatalog catalog) => catalog
        .Step<ControversyPlan>("controversy", (session, plan) => new ControversyStep(session, plan))
        .Command<SaveEntry>("controversy.saveEntry")
        .Command<DropEntry>("controversy.dropEntry")
        .Command<Present>("controversy.present")
        .Command<Restate>("controversy.restate")
        .Command<AcceptRestatement>("controversy.accept")
        .Command<SendBackRestatement>("controversy.sendBack")
        .Command<SignOff>("controversy.signOff")
        .Command<CallTeacher>("controversy.callTeacher")
        .Command<ComeBack>("controversy.comeBack")
        .Command<DealTeams>("controversy.deal")
        .Command<MoveMember>("controversy.moveMember")
        .Command<KeepApart>("controversy.keepApart")
        .Command<MarkAbsent>("controversy.markAbsent")
        .Command<OpenPhase>("controversy.openPhase")
        .Command<MoveTeam>("controversy.moveTeam")
        .Command<ExtendTeam>("controversy.extendTeam")
        .Command<PauseTeam>("controversy.pauseTeam")
        .Command<StopForToday>("controversy.stopForToday")
        .Command<RemoveEntry>("controversy.removeEntry")
        .Command<AnswerCall>("controversy.answerCall")
        .Command<ShowTeam>("controversy.showTeam")
        .Event<TeamsDealt>("controversy.teamsDealt")
        .Event<MemberPlaced>("controversy.memberPlaced")
        .Event<AbsenceMarked>("controversy.absenceMarked")
        .Event<KeptApart>("controversy.keptApart")
        .Event<PhaseOpened>("controversy.phaseOpened")
        .Event<TeamMoved>("controversy.teamMoved")
        .Event<TeamClockSet>("controversy.teamClockSet")
        .Event<StoppedForToday>("controversy.stoppedForToday")
        .Event<EntrySaved>("controversy.entrySaved")
        .Event<EntryDropped>("controversy.entryDropped")
        .Event<EntryRemoved>("controversy.entryRemoved")
        .Event<Presented>("controversy.presented")
        .Event<Restated>("controversy.restated")
        .Event<RestatementAccepted>("controversy.restatementAccepted")
        .Event<RestatementSentBack>("controversy.restatementSentBack")
        .Event<TeamSignedOff>("controversy.teamSignedOff")
        .Event<TeacherCalled>("controversy.teacherCalled")
        .Event<TeamShown>("controversy.teamShown")
        .Views<ControversyView, MyControversy, TeacherControversy, WallControversy>("controversy");
}

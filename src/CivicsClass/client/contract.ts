// Mirrors the C# view and command records; ContractTests.cs fails when they differ. A DateTime is ISO text in UTC.

export type Phase = 'lobby' | 'running' | 'ended';
export type StepStatus = 'upcoming' | 'open' | 'closed' | 'skipped';
export type IdentityMode = 'nameForTeacher' | 'alias' | 'nickname';
export type SourceKind = 'primary' | 'secondary' | 'opinion';
export type Institution = 'court' | 'legislature' | 'executive' | 'research' | 'policyInstitute' | 'press' | 'advocacy' | 'profession' | 'business' | 'other';
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'list' | 'table' | 'row' | 'note' | 'image';
export type ItemKind = 'single' | 'multiple' | 'trueFalse';
export type QuizPace = 'teacher' | 'self';
export type QuestionStatus = 'waiting' | 'open' | 'closed' | 'revealed';
export type SideRule = 'lot' | 'both';
export type ArgumentKind = 'argue' | 'support' | 'rebut' | 'ask';
export type Verdict = 'true' | 'partlyTrue' | 'false' | 'outdated' | 'unverifiable' | 'opinion';
export type Mark = 'strongEvidence' | 'wellReasoned' | 'canAnswer';
export type Basis = 'fact' | 'value' | 'prediction';
export type PollOutcome = 'shown' | 'tooFew' | 'tooEasyToGuess';
export type ControversyPhase = 'teams' | 'prepare' | 'present' | 'reverse' | 'return' | 'agree' | 'debrief';
export type Pair = 'a' | 'b';
export type Stage = 'presenting' | 'restating' | 'judging' | 'done';
export type Part = 'reason' | 'agreed' | 'open' | 'strongest';
export type Consent = 'fullyAgree' | 'canSupport' | 'canLiveWithIt' | 'cannotLiveWithIt';
export type HoldReason = 'profanity' | 'slur' | 'phone' | 'email' | 'address' | 'className' | 'status';
export type QuestionStage = 'open' | 'answered' | 'done' | 'raised' | 'takenBack';
export type PromptTo = 'all' | 'side' | 'team';
export type ArgumentStatus = 'pending' | 'approved' | 'returned' | 'removed' | 'withdrawn';

// What all students share

export interface ClassView {
  key: string;
  title: string;
  question: string;
  phase: Phase;
  positionOrder: string[];
  positions: Record<string, PositionView>;
  stepOrder: string[];
  steps: Record<string, StepHead>;
  current?: string;
  timer: TimerView;
  eyesUp: boolean;
  moment?: string;
  open: Record<string, StepView>;
}

export interface PositionView {
  name: string;
  short: string;
  shape: string;
}

export interface StepHead {
  kind: string;
  title: string;
  status: StepStatus;
  minutes: number;
  early: string;
}

export interface TimerView {
  endsAt?: string;
  remainingMs?: number;
  paused: boolean;
  up: boolean;
}

export type StepView = NormsView | ReadingView | QuizView | DebateView | SourceCheckView | ReflectionView | PollView | ControversyView;

export interface NormsView {
  kind: 'norms';
  norms: string[];
}

export interface ReadingView {
  kind: 'reading';
  readings: Record<string, ReadingText>;
  glossary: GlossaryTerm[];
}

export interface ReadingText {
  side: string;
  title: string;
  author: string;
  publisher: string;
  date: string;
  kind: SourceKind;
  lawAsOf?: string;
  language: string;
  sources: Source[];
  rights?: string;
  notReviewed?: boolean;
  blocks: Block[];
  minutes: number;
}

export interface Source {
  title: string;
  url?: string;
  note?: string;
  institution?: Institution;
}

export interface Block {
  kind: BlockKind;
  number?: number;
  sentences: string[];
  level?: number;
  mark?: string;
  cells?: string[];
  image?: string;
}

export interface GlossaryTerm {
  term: string;
  also: string[];
  definition: string;
}

export interface QuizView {
  kind: 'quiz';
  pace: QuizPace;
  order: string[];
  current?: string;
  questions: Record<string, QuestionView>;
}

export interface QuestionView {
  number: number;
  kind: ItemKind;
  stem: string;
  optionOrder: string[];
  options: Record<string, string>;
  status: QuestionStatus;
  asOf?: string;
  revealed?: RevealedView;
}

export interface RevealedView {
  key: string[];
  answers: number;
  counts: Record<string, number>;
  explanation: string;
  feedback: Record<string, string>;
  restsOn: RestsOnView[];
}

export interface RestsOnView {
  reading: string;
  title: string;
  paragraph: number;
}

export interface DebateView {
  kind: 'debate';
  prompt: string;
  sides: SideRule;
  order: string[];
  cards: Record<string, ArgumentCard>;
  noStarters?: boolean;
  oneWaits?: boolean;
}

export interface ArgumentCard {
  author: string;
  kind: ArgumentKind;
  on?: string;
  side: string;
  claim: string;
  basis: Basis;
  reason?: string;
  quotations: QuotationView[];
  link?: string;
  counterclaim?: string;
  answer?: string;
  version: number;
  marks?: MarkCounts;
}

export interface MarkCounts {
  strongEvidence: number;
  wellReasoned: number;
  canAnswer: number;
}

export interface QuotationView {
  passage: string;
  title: string;
  paragraph: number;
  exact: string;
  notReviewed?: boolean;
}

export interface SourceCheckView {
  kind: 'sourceCheck';
  title: string;
  about: string;
  asOf: string;
  paragraphs: string[];
  order: string[];
  current?: string;
  claims: Record<string, ClaimView>;
}

export interface ClaimView {
  number: number;
  text: string;
  revealed?: VerdictView;
}

export interface VerdictView {
  verdict: Verdict;
  paragraph: number;
  judged: number;
  spread: VerdictCount[];
  reason: string;
  evidence: Source[];
  restsOn: RestsOnView[];
  changeMind: string;
}

export interface VerdictCount {
  verdict: Verdict;
  count: number;
}

export interface PollView {
  kind: 'poll';
  prompt: string;
  optionOrder: string[];
  options: Record<string, string>;
  result?: PollResult;
  before?: PollResult;
}

export interface PollResult {
  outcome: PollOutcome;
  votes?: number;
  counts?: Record<string, number>;
}

export interface ControversyView {
  kind: 'controversy';
  prompt: string;
  phase: ControversyPhase;
  phases: PhaseView[];
  written: boolean;
  reasons: number;
  stopped: boolean;
  shown?: StatementView;
}

export interface PhaseView {
  phase: ControversyPhase;
  minutes: number;
}

export interface StatementView {
  team: number;
  agreed: string[];
  open: string[];
  strongest: Record<string, string>;
  consents?: number[];
}

export interface ReflectionView {
  kind: 'reflection';
  order: string[];
  prompts: Record<string, string>;
}

// One student's own part

export interface MyView {
  id: string;
  alias: string;
  postingPaused: boolean;
  steps: Record<string, MyStepView>;
  help?: MyHelp;
}

export interface MyHelp {
  order: string[];
  questions: Record<string, MyAsked>;
  prompts: MyPrompt[];
}

export interface MyAsked {
  text: string;
  stage: QuestionStage;
  answer?: string;
}

export interface MyPrompt {
  id: string;
  to: PromptTo;
  text: string;
}

export type MyStepView = MyNorms | MyReading | MyQuiz | MyDebate | MySourceCheck | MyReflection | MyPoll | MyControversy;

export interface MyNorms {
  kind: 'norms';
  accepted: boolean;
}

export interface MyReading {
  kind: 'reading';
  order: string[];
  tray: string[];
  finished: string[];
}

export interface MyQuiz {
  kind: 'quiz';
  seed: number;
  answers: Record<string, string[]>;
}

export interface MyDebate {
  kind: 'debate';
  side?: string;
  order: string[];
  mine: Record<string, MyArgument>;
  marks?: Record<string, MyMarks>;
}

export interface MyMarks {
  version: number;
  given: Mark[];
}

export interface MyArgument {
  status: ArgumentStatus;
  card: ArgumentCard;
  feedback?: FeedbackView;
  earlier?: Record<string, ArgumentVersion>;
  held?: boolean;
  erased?: boolean;
}

export interface ArgumentVersion {
  card: ArgumentCard;
  at: string;
  decision?: string;
  feedback?: FeedbackView;
}

export interface FeedbackView {
  reason: string;
  sentence: string;
  starter: string;
  note?: string;
}

export interface MySourceCheck {
  kind: 'sourceCheck';
  judgements: Record<string, Judgement>;
}

export interface Judgement {
  verdict: Verdict;
  reason: string;
  paragraph: number;
}

export interface MyPoll {
  kind: 'poll';
  counted: boolean;
  skipped: boolean;
}

export interface MyControversy {
  kind: 'controversy';
  team?: MyTeam;
}

export interface MyTeam {
  number: number;
  pair: Pair;
  assignedSide: string;
  sideNow?: string;
  memberOrder: string[];
  members: Record<string, MemberView>;
  phase: ControversyPhase;
  clock: TeamClock;
  presenting?: PresentingView;
  entryOrder: string[];
  entries: Record<string, EntryView>;
  reasonsToGo: number;
  called: boolean;
  absent: boolean;
  signed: boolean;
  signedCount: number;
  consents?: number[];
  erased?: number;
}

export interface MemberView {
  name: string;
  pair: Pair;
  absent: boolean;
}

export interface TeamClock {
  offsetMs: number;
  stoppedMs?: number;
}

export interface PresentingView {
  turn: number;
  presenter: Pair;
  stage: Stage;
  round: number;
  presented?: string;
  restated?: string;
  note?: string;
  held: boolean;
  feedback?: FeedbackView;
}

export interface EntryView {
  part: Part;
  pair: Pair;
  phase: ControversyPhase;
  side?: string;
  author: string;
  savedBy: string;
  version: number;
  text: string;
  quotations: QuotationView[];
  held?: HoldMark[];
  feedback?: FeedbackView;
  looksLike?: string;
}

export interface HoldMark {
  field: string;
  start: number;
  length: number;
  reason: HoldReason;
}

export interface MyReflection {
  kind: 'reflection';
  answers: Record<string, string>;
}

// The teacher's console

export interface TeacherView {
  class: ClassView;
  joinCode: string;
  locked: boolean;
  identity: IdentityMode;
  rosterOrder: string[];
  roster: Record<string, RosterEntry>;
  scripts: Record<string, string>;
  steps: Record<string, TeacherStepView>;
  held?: Record<string, HeldView>;
  heldReasons?: ReasonView[];
  help?: TeacherHelp;
}

export interface HeldView {
  seq: number;
  participant: string;
  at: string;
  step: string;
  what: string;
  texts: Record<string, string>;
  marks: HoldMark[];
  waits: boolean;
  incident: boolean;
}

export interface TeacherHelp {
  order: string[];
  questions: Record<string, AskedQuestion>;
  prompts: PostedPrompt[];
  moment?: string;
  momentOf?: string;
}

export interface AskedQuestion {
  participant: string;
  text: string;
  at: string;
  stage: QuestionStage;
  answer?: string;
  seq: number;
  held?: HoldMark[];
}

export interface PostedPrompt {
  id: string;
  text: string;
  step?: string;
  side?: string;
  team?: string;
  readers: number;
}

export interface RosterEntry {
  alias: string;
  name?: string;
  here: boolean;
  awaySince?: string;
  postingPaused: boolean;
  progress: string;
}

export type TeacherStepView = TeacherNorms | TeacherReading | TeacherQuiz | TeacherDebate | TeacherSourceCheck | TeacherReflection | TeacherPoll | TeacherControversy;

export interface TeacherNorms {
  kind: 'norms';
  accepted: number;
}

export interface TeacherReading {
  kind: 'reading';
  finished: number;
  perReading: Record<string, number>;
  titles: Record<string, string>;
  passagesKept: number;
  notReviewed?: string[];
}

export interface TeacherQuiz {
  kind: 'quiz';
  pace: QuizPace;
  order: string[];
  current?: string;
  questions: Record<string, TeacherQuestion>;
}

export interface TeacherQuestion {
  number: number;
  kind: ItemKind;
  stem: string;
  options: TeacherOption[];
  status: QuestionStatus;
  explanation: string;
  answers: number;
  right: number;
}

export interface TeacherOption {
  id: string;
  text: string;
  correct: boolean;
  misconception?: string;
  count: number;
}

export interface TeacherDebate {
  kind: 'debate';
  prompt: string;
  sides: SideRule;
  queue: string[];
  order: string[];
  arguments: Record<string, TeacherArgument>;
  lots: Record<string, string>;
  bySide: Record<string, SideTally>;
  decisions: Record<string, SideDecisions>;
  reasons: ReasonView[];
  spotlight?: string;
  map?: boolean;
  notPosted: number;
  noPassage: number;
}

export interface TeacherArgument {
  status: ArgumentStatus;
  participant: string;
  card: ArgumentCard;
  waitingSince?: string;
  decision?: string;
  earlier?: Record<string, ArgumentVersion>;
  seq: number;
  held?: HoldMark[];
  atOnce?: boolean;
}

export interface SideTally {
  onBoard: number;
  returned: number;
  removed: number;
  waiting: number;
}

export interface SideDecisions {
  approved: number;
  returned: number;
  removed: number;
}

export interface ReasonView {
  id: string;
  label: string;
  sentence: string;
  starter: string;
}

export interface TeacherSourceCheck {
  kind: 'sourceCheck';
  title: string;
  order: string[];
  current?: string;
  finished: number;
  claims: Record<string, TeacherClaim>;
}

export interface TeacherClaim {
  number: number;
  text: string;
  judged: number;
  spread: VerdictCount[];
  judgements: Record<string, Judgement>;
  revealed?: VerdictView;
}

export interface TeacherPoll {
  kind: 'poll';
  prompt: string;
  counted: number;
  skipped: number;
  optionOrder: string[];
  options: Record<string, string>;
  result?: PollResult;
  before?: PollResult;
}

export interface TeacherControversy {
  kind: 'controversy';
  prompt: string;
  phase: ControversyPhase;
  phases: PhaseView[];
  written: boolean;
  twoPeriods: boolean;
  reasons: number;
  stopped: boolean;
  daysDone: number;
  mayDeal: boolean;
  removalReasons: ReasonView[];
  teamOrder: string[];
  teams: Record<string, TeacherTeam>;
  unplaced: string[];
  apart: ApartView[];
  shown?: string;
}

export interface ApartView {
  one: string;
  other: string;
}

export interface TeacherTeam {
  number: number;
  a: string[];
  b: string[];
  absent: string[];
  sideA: string;
  sideB: string;
  phase: ControversyPhase;
  clock: TeamClock;
  presenting?: PresentingView;
  entryOrder: string[];
  entries: Record<string, EntryView>;
  progress: string;
  ready: boolean;
  needs: string;
  called: boolean;
  signed: number;
  consents?: number[];
}

export interface TeacherReflection {
  kind: 'reflection';
  order: string[];
  prompts: Record<string, string>;
  answers: Record<string, Record<string, string>>;
}

// The projector

export interface WallView {
  title: string;
  question: string;
  phase: Phase;
  positionOrder: string[];
  positions: Record<string, PositionView>;
  stepOrder: string[];
  steps: Record<string, StepHead>;
  current?: string;
  timer: TimerView;
  eyesUp: boolean;
  joinCode?: string;
  here: number;
  aliases: string[];
  moment?: string;
  step?: WallStepView;
}

export type WallStepView = WallNorms | WallReading | WallQuiz | WallDebate | WallSourceCheck | WallReflection | WallPoll | WallControversy;

export interface WallNorms {
  kind: 'norms';
  norms: string[];
  accepted: number;
}

export interface WallReading {
  kind: 'reading';
  readings: WallReadingTitle[];
  finished: number;
}

export interface WallReadingTitle {
  title: string;
  side: string;
  notReviewed?: boolean;
}

export interface WallQuiz {
  kind: 'quiz';
  pace: QuizPace;
  of: number;
  finished: number;
  question?: WallQuestion;
}

export interface WallQuestion {
  number: number;
  stem: string;
  options: WallOption[];
  status: QuestionStatus;
  answers: number;
  explanation?: string;
}

export interface WallOption {
  text: string;
  percent?: number;
  correct?: boolean;
}

export interface WallDebate {
  kind: 'debate';
  prompt: string;
  order: string[];
  cards: Record<string, ArgumentCard>;
  spotlight?: string;
  map?: boolean;
}

export interface WallSourceCheck {
  kind: 'sourceCheck';
  title: string;
  finished: number;
  current?: number;
  claims: WallClaim[];
}

export interface WallClaim {
  number: number;
  text: string;
  judged: number;
  revealed?: WallVerdict;
}

export interface WallVerdict {
  verdict: Verdict;
  shares: WallShare[];
  reason: string;
  evidence: Source[];
  changeMind: string;
}

export interface WallShare {
  verdict: Verdict;
  percent: number;
}

export interface WallPoll {
  kind: 'poll';
  prompt: string;
  counted: number;
  optionOrder: string[];
  options: Record<string, string>;
  result?: PollResult;
  before?: PollResult;
}

export interface WallControversy {
  kind: 'controversy';
  prompt: string;
  phase: ControversyPhase;
  phases: PhaseView[];
  written: boolean;
  stopped: boolean;
  teams: number;
  ready: number;
  placed: WallTeam[];
  shown?: StatementView;
}

export interface WallTeam {
  number: number;
  a: string[];
  b: string[];
}

export interface WallReflection {
  kind: 'reflection';
  prompts: string[];
  finished: number;
}

// Commands

export type StudentCommand =
  | AskTeacher | TakeBackQuestion
  | AcceptNorms | KeepPassage | DropPassage | FinishReading | Answer
  | SubmitArgument | WithdrawArgument | MarkArgument | JudgeClaim | WriteReflection | Vote | SkipPoll | KeepDraft
  | SaveEntry | DropEntry | Present | Restate | AcceptRestatement | SendBackRestatement | SignOff | CallTeacher | ComeBack;

export type TeacherCommand =
  | AnswerQuestion | FinishQuestion | ShowMoment | PostPrompt | TakeBackPrompt
  | OpenStep | CloseStep | SkipStep | PauseLesson | ExtendTime | CallEyesUp | LockDoor | RemoveStudent | PausePosting | EndSession
  | ReleaseText | ReturnText | KeepIncident | EraseText
  | OpenQuestion | CloseQuestion | RevealQuestion | RevealQuiz
  | ApproveArgument | ReturnArgument | RemoveArgument | UndoDecision | SpotlightArgument
  | RevealClaim | RevealClaims | ShowClaim
  | DealTeams | MoveMember | KeepApart | MarkAbsent | OpenPhase | MoveTeam | ExtendTeam | PauseTeam | StopForToday | RemoveEntry | AnswerCall | ShowTeam;

export type SessionCommand = StudentCommand | TeacherCommand;

export interface OpenStep {
  kind: 'step.open';
  step: string;
}

export interface CloseStep {
  kind: 'step.close';
}

export interface SkipStep {
  kind: 'step.skip';
  step: string;
}

export interface PauseLesson {
  kind: 'lesson.pause';
  on: boolean;
}

export interface ExtendTime {
  kind: 'lesson.extend';
  seconds: number;
}

export interface CallEyesUp {
  kind: 'lesson.eyesUp';
  on: boolean;
}

export interface LockDoor {
  kind: 'door.lock';
  on: boolean;
}

export interface RemoveStudent {
  kind: 'student.remove';
  participant: string;
}

export interface PausePosting {
  kind: 'student.pausePosting';
  participant: string;
  on: boolean;
}

export interface ReleaseText {
  kind: 'text.release';
  seq: number;
}

export interface ReturnText {
  kind: 'text.return';
  seq: number;
  reason: string;
  note?: string;
}

export interface KeepIncident {
  kind: 'text.keepIncident';
  seq: number;
  over?: boolean;
}

export interface EraseText {
  kind: 'text.erase';
  seq: number;
}

export interface EndSession {
  kind: 'session.end';
}

export interface KeepDraft {
  kind: 'draft.keep';
  field: string;
  text: string;
}

export interface AcceptNorms {
  kind: 'norms.accept';
  step: string;
}

export interface KeepPassage {
  kind: 'reading.keep';
  step: string;
  passage: string;
}

export interface DropPassage {
  kind: 'reading.drop';
  step: string;
  passage: string;
}

export interface FinishReading {
  kind: 'reading.finish';
  step: string;
  reading: string;
}

export interface Answer {
  kind: 'quiz.answer';
  step: string;
  item: string;
  options: string[];
}

export interface OpenQuestion {
  kind: 'quiz.open';
  step: string;
  item: string;
}

export interface CloseQuestion {
  kind: 'quiz.close';
  step: string;
  item: string;
}

export interface RevealQuestion {
  kind: 'quiz.reveal';
  step: string;
  item: string;
}

export interface RevealQuiz {
  kind: 'quiz.revealAll';
  step: string;
}

export interface SubmitArgument {
  kind: 'debate.submit';
  step: string;
  argument?: string;
  argumentKind: ArgumentKind;
  on?: string;
  side: string;
  claim: string;
  basis: Basis;
  reason?: string;
  quotations: QuotationDraft[];
  link?: string;
  counterclaim?: string;
  answer?: string;
}

export interface QuotationDraft {
  passage: string;
  exact: string;
}

export interface WithdrawArgument {
  kind: 'debate.withdraw';
  step: string;
  argument: string;
}

export interface MarkArgument {
  kind: 'debate.mark';
  step: string;
  argument: string;
  version: number;
  mark: Mark;
  on: boolean;
}

export interface ApproveArgument {
  kind: 'debate.approve';
  step: string;
  argument: string;
  version: number;
}

export interface ReturnArgument {
  kind: 'debate.return';
  step: string;
  argument: string;
  version: number;
  reason: string;
  note?: string;
}

export interface RemoveArgument {
  kind: 'debate.remove';
  step: string;
  argument: string;
  version: number;
  reason: string;
  note?: string;
}

export interface UndoDecision {
  kind: 'debate.undo';
  step: string;
  argument: string;
  version: number;
}

export interface SpotlightArgument {
  kind: 'debate.spotlight';
  step: string;
  argument?: string;
  map?: boolean;
}

export interface JudgeClaim {
  kind: 'sourceCheck.judge';
  step: string;
  claim: string;
  verdict: Verdict;
  reason: string;
  paragraph: number;
}

export interface RevealClaim {
  kind: 'sourceCheck.reveal';
  step: string;
  claim: string;
}

export interface RevealClaims {
  kind: 'sourceCheck.revealAll';
  step: string;
}

export interface ShowClaim {
  kind: 'sourceCheck.show';
  step: string;
  claim?: string;
}

export interface Vote {
  kind: 'poll.vote';
  step: string;
  option: string;
}

export interface SkipPoll {
  kind: 'poll.skip';
  step: string;
}

export interface WriteReflection {
  kind: 'reflection.write';
  step: string;
  prompt: string;
  text: string;
}

export interface SaveEntry {
  kind: 'controversy.saveEntry';
  step: string;
  entry?: string;
  version: number;
  part: Part;
  side?: string;
  text: string;
  quotations: QuotationDraft[];
}

export interface DropEntry {
  kind: 'controversy.dropEntry';
  step: string;
  entry: string;
  version: number;
}

export interface Present {
  kind: 'controversy.present';
  step: string;
  turn: number;
  text?: string;
}

export interface Restate {
  kind: 'controversy.restate';
  step: string;
  turn: number;
  round: number;
  text?: string;
}

export interface AcceptRestatement {
  kind: 'controversy.accept';
  step: string;
  turn: number;
  round: number;
}

export interface SendBackRestatement {
  kind: 'controversy.sendBack';
  step: string;
  turn: number;
  round: number;
  note: string;
}

export interface SignOff {
  kind: 'controversy.signOff';
  step: string;
  consent: Consent;
}

export interface CallTeacher {
  kind: 'controversy.callTeacher';
  step: string;
  on: boolean;
}

export interface ComeBack {
  kind: 'controversy.comeBack';
  step: string;
}

export interface DealTeams {
  kind: 'controversy.deal';
  step: string;
}

export interface MoveMember {
  kind: 'controversy.moveMember';
  step: string;
  participant: string;
  team?: string;
  pair: Pair;
}

export interface KeepApart {
  kind: 'controversy.keepApart';
  step: string;
  one: string;
  other: string;
  on: boolean;
}

export interface MarkAbsent {
  kind: 'controversy.markAbsent';
  step: string;
  participants: string[];
  on: boolean;
}

export interface OpenPhase {
  kind: 'controversy.openPhase';
  step: string;
  phase: ControversyPhase;
  except: string[];
}

export interface MoveTeam {
  kind: 'controversy.moveTeam';
  step: string;
  team: string;
  phase: ControversyPhase;
  turn: number;
}

export interface ExtendTeam {
  kind: 'controversy.extendTeam';
  step: string;
  team: string;
  seconds: number;
}

export interface PauseTeam {
  kind: 'controversy.pauseTeam';
  step: string;
  team: string;
  on: boolean;
}

export interface StopForToday {
  kind: 'controversy.stopForToday';
  step: string;
  on: boolean;
}

export interface RemoveEntry {
  kind: 'controversy.removeEntry';
  step: string;
  entry: string;
  version: number;
  reason: string;
  note?: string;
}

export interface AnswerCall {
  kind: 'controversy.answerCall';
  step: string;
  team: string;
}

export interface ShowTeam {
  kind: 'controversy.showTeam';
  step: string;
  team?: string;
}

export interface AskTeacher {
  kind: 'help.ask';
  text: string;
}

export interface TakeBackQuestion {
  kind: 'help.takeBack';
  question: string;
}

export interface AnswerQuestion {
  kind: 'help.answer';
  question: string;
  text: string;
}

export interface FinishQuestion {
  kind: 'help.finish';
  question: string;
}

export interface ShowMoment {
  kind: 'help.moment';
  question?: string;
  text?: string;
}

export interface PostPrompt {
  kind: 'help.prompt';
  text: string;
  step?: string;
  side?: string;
  team?: string;
}

export interface TakeBackPrompt {
  kind: 'help.takeBackPrompt';
  prompt: string;
}

// Screens to look at without a server. Not part of the shipped app: build.mjs does not know this folder.
import type { ArgumentCard, ClassView, DebateView, MyArgument, MyStepView, MyView, QuestionView, QuizView, ReadingText, StepHead, StepView, TimerView, PollView } from '../contract';
import { boardWith } from './boards';
import { card as teamCard, inTeam, lookalike, returned, statement, teams, teamSteps, turn } from './controversy';
import { check, checkSteps, judged, none } from './sourceCheck';

/** The seed pack, as dev/shots.mjs reads it. */
export interface Pack {
  question: string;
  norms: string[];
  readings: Record<string, ReadingText>;
  glossary: { term: string; also: string[]; definition: string }[];
  quiz: (Pick<QuestionView, 'kind' | 'stem' | 'optionOrder' | 'options'> & { id: string; key: string[]; feedback: Record<string, string>; explanation: string; restsOn: { reading: string; title: string; paragraph: number }[] })[];
  prompts: string[];
}

export interface Fixture {
  class: ClassView;
  my: MyView;
  eyesUp?: boolean;
  status?: 'reconnecting' | 'removed' | 'refusing';
  /** What the server kept of unsent texts, by field. */
  drafts?: Record<string, string>;
  /** Selectors to click, one after the other. */
  clicks?: string[];
}

const in7min = () => new Date(Date.now() + 7.2 * 60_000).toISOString();

export function fixtures(pack: Pack): Record<string, Fixture> {
  const kinds = ['norms', 'reading', 'quiz', 'debate', 'reflection'];
  const titles = ['Our norms', 'Read about both answers', 'Check the law together', 'Argue the side you are given', 'Look back'];
  const early = 'Find the paragraph in each opinion text that names the strongest objection, and put that objection into your own words.';
  const order = ['how-powers-are-split', 'jail-handover', 'local-officers'].filter((id) => pack.readings[id]);

  const lesson = (current: string | undefined, open: Record<string, StepView>, more: Partial<ClassView> = {}, timer: Partial<TimerView> = {}): ClassView => ({
    key: 'k1', title: 'Quick debate', question: pack.question, phase: current ? 'running' : 'lobby',
    positionOrder: ['local-choice', 'cooperation'],
    positions: {
      cooperation: { name: 'Cooperation should be required', short: 'Cooperation required', shape: 'diamond' },
      'local-choice': { name: 'Cooperation should be a local choice', short: 'Local choice', shape: 'circle' },
    },
    stepOrder: kinds,
    steps: Object.fromEntries(kinds.map((kind, at): [string, StepHead] => [kind, { kind, title: titles[at]!, status: kind === current ? 'open' : current && at < kinds.indexOf(current) ? 'closed' : 'upcoming', minutes: 8, early }])),
    current, timer: { endsAt: current ? in7min() : undefined, paused: false, up: false, ...timer }, eyesUp: false, open, ...more,
  });
  const me = (steps: Record<string, MyStepView>, more: Partial<MyView> = {}): MyView => ({ id: 'p1', alias: 'Calm Otter', postingPaused: false, steps, ...more });

  const norms: StepView = { kind: 'norms', norms: pack.norms };
  const reading: StepView = { kind: 'reading', readings: Object.fromEntries(order.map((id) => [id, pack.readings[id]!])), glossary: pack.glossary };
  const kept = ['jail-handover.1.1', 'jail-handover.2.2', 'local-officers.1.2', 'local-officers.3.1'];
  const question = (at: number, status: QuestionView['status']): QuestionView => {
    const { key, feedback, explanation, restsOn, kind, stem, optionOrder, options } = pack.quiz[at]!;
    return { number: at + 1, kind, stem, optionOrder, options, status, asOf: '2026-06', ...(status === 'revealed' ? { revealed: { key, answers: 26, counts: Object.fromEntries(optionOrder.map((id, n) => [id, [6, 14, 2, 4][n] ?? 0])), explanation, feedback, restsOn } } : {}) };
  };
  const quiz = (status: QuestionView['status'], more: Partial<QuizView> = {}): QuizView => ({ kind: 'quiz', pace: 'teacher', order: pack.quiz.slice(0, 6).map(({ id }) => id), current: pack.quiz[1]!.id, questions: { [pack.quiz[0]!.id]: question(0, 'revealed'), [pack.quiz[1]!.id]: question(1, status) }, ...more });
  const self: QuizView = { kind: 'quiz', pace: 'self', order: pack.quiz.slice(0, 6).map(({ id }) => id), questions: Object.fromEntries(pack.quiz.slice(0, 6).map(({ id }, at) => [id, question(at, 'open')])) };

  const card = (author: string, side: string, claim: string, more: Partial<ArgumentCard> = {}): ArgumentCard => ({ author, kind: 'argue', side, claim, basis: 'value', reason: 'If a county can be sued for holding the wrong person, its own voters should decide whether to hold anyone.', quotations: [{ passage: 'jail-handover.1.1', title: 'The safest handover is at the jail', paragraph: 1, exact: 'The safest place for federal officers to take a person into custody is inside a jail.' }], version: 1, ...more });
  const board: DebateView = {
    kind: 'debate', prompt: pack.question, sides: 'lot', order: ['a1', 'a2', 'a3', 'a4'],
    cards: {
      a1: card('Quick Heron', 'local-choice', 'Whoever pays for the mistake should make the choice.'),
      a2: card('Bright Wren', 'cooperation', 'A handover in the jail is safer than an arrest at home.', { basis: 'fact', link: 'This quotation shows that the person has already been searched.' }),
      a3: card('Brave Finch', 'cooperation', 'A state law can take that risk away from the county.', { kind: 'rebut', on: 'a1', quotations: [], basis: 'prediction' }),
      a4: card('Kind Lark', 'local-choice', 'How often does a handover at the jail fail?', { kind: 'ask', on: 'a2', quotations: [], reason: undefined }),
    },
  };
  const mine = (status: MyArgument['status'], feedback?: MyArgument['feedback']): MyArgument => ({ status, card: card('Calm Otter', 'cooperation', 'One nation needs one rule about who may stay.'), feedback });
  const debate = (more: Partial<Extract<MyStepView, { kind: 'debate' }>> = {}): MyStepView => ({ kind: 'debate', side: 'cooperation', order: [], mine: {}, ...more });
  const read: MyStepView = { kind: 'reading', order, tray: kept, finished: order };
  const before = { norms: { kind: 'norms', accepted: true } as MyStepView, reading: read };
  const opened = { norms, reading };
  const poll: PollView = { kind: 'poll', prompt: pack.question, optionOrder: ['local-choice', 'between', 'cooperation'], options: { 'local-choice': 'Cooperation should be a local choice', between: 'Somewhere between, or not sure', cooperation: 'Cooperation should be required' } };
  const reflection: StepView = { kind: 'reflection', order: pack.prompts.map((_, at) => `q${at + 1}`), prompts: Object.fromEntries(pack.prompts.map((text, at) => [`q${at + 1}`, text])) };
  const withQuiz = { ...opened, quiz: quiz('revealed') };
  const first = pack.quiz[0]!.id;
  const second = pack.quiz[1]!.id;
  const quizMine = (answers: Record<string, string[]>): MyStepView => ({ kind: 'quiz', seed: 7, answers });
  const unsent = JSON.stringify({ claim: 'A city that is sued should be the one to choose.', basis: 'value', reason: 'The people who pay for a mistake should be asked before it is made.\nThat is how a budget works too.', quotations: [{ passage: 'jail-handover.1.1', exact: 'inside a jail' }], link: '' });
  const tooLong = JSON.stringify({ claim: 'A city that is sued \u202eshould choose.', basis: 'value', reason: 'The people who pay should be asked. '.repeat(48), quotations: [{ passage: 'jail-handover.1.1', exact: 'inside a jail' }], link: '' });
  const inDebate = { ...withQuiz, debate: board };

  return {
    lobby: { class: lesson(undefined, {}), my: me({}) },
    norms: { class: lesson('norms', { norms }), my: me({ norms: { kind: 'norms', accepted: false } }) },
    'norms-done': { class: lesson('norms', { norms }), my: me({ norms: { kind: 'norms', accepted: true } }) },
    reading: { class: lesson('reading', opened), my: me({ ...before, reading: { kind: 'reading', order, tray: ['how-powers-are-split.1.1'], finished: [] } }) },
    'reading-gloss': { class: lesson('reading', opened), my: me({ ...before, reading: { kind: 'reading', order, tray: kept, finished: [order[0]!] } }), clicks: ['.gloss', 'summary'] },
    'reading-tray': { class: lesson('reading', opened), my: me(before), clicks: ['.tray-button'] },
    'reading-refused': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate() }), status: 'refusing', clicks: ['.steps li:nth-child(2) button', '.keep[aria-pressed=false]', '.looking-back button'] },
    'reading-done': { class: lesson('reading', opened), my: me(before) },
    'quiz-wait': { class: lesson('quiz', { ...opened, quiz: quiz('open', { current: undefined, questions: {} }) }), my: me({ ...before, quiz: quizMine({}) }) },
    'quiz-open': { class: lesson('quiz', { ...opened, quiz: quiz('open') }), my: me({ ...before, quiz: quizMine({ [first]: ['a'] }) }) },
    'quiz-saved': { class: lesson('quiz', { ...opened, quiz: quiz('open') }), my: me({ ...before, quiz: quizMine({ [first]: ['a'], [second]: ['b'] }) }) },
    'quiz-closed': { class: lesson('quiz', { ...opened, quiz: quiz('closed') }), my: me({ ...before, quiz: quizMine({ [second]: ['b'] }) }) },
    'quiz-revealed': { class: lesson('quiz', withQuiz), my: me({ ...before, quiz: quizMine({ [second]: ['a'] }) }) },
    'quiz-self': { class: lesson('quiz', { ...opened, quiz: self }), my: me({ ...before, quiz: quizMine({ [first]: ['a'], [second]: ['c'] }) }) },
    'quiz-refused': { class: lesson('quiz', { ...opened, quiz: quiz('open') }), my: me({ ...before, quiz: quizMine({}) }), status: 'refusing', clicks: ['.option:nth-of-type(2) input'] },
    'debate-empty': { class: lesson('debate', { ...withQuiz, debate: { ...board, order: [], cards: {} } }), my: me({ ...before, debate: debate() }) },
    debate: { class: lesson('debate', inDebate), my: me({ ...before, debate: debate({ order: ['a9'], mine: { a9: mine('pending') } }) }) },
    'debate-five': { class: lesson('debate', { ...withQuiz, debate: boardWith(5, board, card) }), my: me({ ...before, debate: debate() }) },
    'debate-thirty': { class: lesson('debate', { ...withQuiz, debate: boardWith(30, board, card) }), my: me({ ...before, debate: debate() }) },
    'debate-many': { class: lesson('debate', { ...withQuiz, debate: boardWith(200, board, card) }), my: me({ ...before, debate: debate() }) },
    'debate-five-map': { class: lesson('debate', { ...withQuiz, debate: boardWith(5, board, card) }), my: me({ ...before, debate: debate() }), clicks: ['.boardTools button'] },
    'debate-many-map': { class: lesson('debate', { ...withQuiz, debate: boardWith(200, board, card) }), my: me({ ...before, debate: debate() }), clicks: ['.boardTools button'] },
    'debate-approved': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate({ order: ['a9'], mine: { a9: mine('approved') } }) }) },
    'debate-removed': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate({ order: ['a9'], mine: { a9: mine('removed', { reason: 'personal', sentence: 'This is about a person and not about the question.', starter: '' }) } }) }) },
    'debate-held': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate({ order: ['a9'], mine: { a9: { ...mine('pending'), held: true } } }) }) },
    'debate-erased': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate({ order: ['a9'], mine: { a9: { ...mine('removed'), card: card('Calm Otter', 'cooperation', '[erased]', { reason: '[erased]' }), erased: true } } }) }) },
    help: { class: lesson('debate', inDebate, { moment: 'What does it cost a county to hold somebody for another agency?' }), my: me({ ...before, debate: debate() }, { help: { order: ['q1', 'q2'], questions: { q1: { text: 'May I quote the same paragraph twice?', stage: 'answered', answer: 'Yes, if both sentences carry your reason.' }, q2: { text: 'What is a detainer?', stage: 'open' } }, prompts: [{ id: 'h1', to: 'side', text: 'Look again at paragraph 3 of the jail handover: what would the other side say to it?' }] } }) },
    'help-ask': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate() }, { help: { order: ['q1', 'q2'], questions: { q1: { text: 'May I quote the same paragraph twice?', stage: 'answered', answer: 'Yes, if both sentences carry your reason.' }, q2: { text: 'What is a detainer?', stage: 'open' } }, prompts: [] } }), drafts: { 'help/ask': 'Who pays when the wrong person is held?' }, clicks: ['.helpAsk button', '.helpAsk button', '.helpAsk button'] },
    'debate-returned': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate({ order: ['a9'], mine: { a9: mine('returned', { reason: 'unclear', sentence: 'I am not sure what you mean. Say it again in shorter sentences.', starter: 'In other words, …', note: 'Which rule do you have in mind?' }) } }) }) },
    'debate-write': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate() }), clicks: ['.foot .primary', '.pick input', '.trim summary', '.starters summary'] },
    'debate-errors': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate({ side: undefined }) }), clicks: ['.foot .primary', '.foot .primary'] },
    'debate-rebut': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate() }), clicks: ['.answers button'] },
    'debate-gate': { class: lesson('debate', inDebate), my: me({ ...before, norms: { kind: 'norms', accepted: false }, debate: debate() }), clicks: ['.foot .primary'] },
    'debate-too-long': { class: lesson('debate', inDebate), my: me({ ...before, debate: debate() }), drafts: { 'debate/debate/new': tooLong }, clicks: ['.foot .primary', '.foot .primary'] },
    'debate-closed': { class: lesson('debate', inDebate, { steps: { ...lesson('debate', inDebate).steps, debate: { kind: 'debate', title: 'Argue the side you are given', status: 'closed', minutes: 8, early } } }, { endsAt: undefined }), my: me({ ...before, debate: debate() }), drafts: { 'debate/debate/new': unsent }, clicks: ['.not-sent button'] },
    reflection: { class: lesson('reflection', { ...inDebate, reflection }), my: me({ ...before, debate: debate(), reflection: { kind: 'reflection', answers: { q1: 'That whoever pays for a mistake should also make the decision.' } } }) },
    'reflection-too-long': { class: lesson('reflection', { ...inDebate, reflection }), my: me({ ...before, debate: debate(), reflection: { kind: 'reflection', answers: {} } }), drafts: { 'reflection/reflection/q1': 'The people who pay should be asked. '.repeat(60), 'reflection/reflection/q2': 'What is fair? '.repeat(131) }, clicks: ['.field .primary'] },
    'check-article': { class: lesson('sourceCheck', { norms, sourceCheck: check() }, checkSteps()), my: me({ ...before, sourceCheck: none }) },
    check: { class: lesson('sourceCheck', { norms, sourceCheck: check() }, checkSteps()), my: me({ ...before, sourceCheck: judged }), drafts: { 'sourceCheck/sourceCheck/c1': JSON.stringify({ verdict: 'outdated', paragraph: 2, reason: 'That was in January.' }) } },
    'check-problems': { class: lesson('sourceCheck', { norms, sourceCheck: check() }, checkSteps()), my: me({ ...before, sourceCheck: judged }), clicks: ['.foot:not(.narrow-only) .primary'] },
    'check-revealed': { class: lesson('sourceCheck', { norms, sourceCheck: check(2) }, checkSteps()), my: me({ ...before, sourceCheck: judged }) },
    'check-closed': { class: lesson('sourceCheck', { norms, sourceCheck: check() }, checkSteps('closed'), { endsAt: undefined }), my: me({ ...before, sourceCheck: judged }), drafts: { 'sourceCheck/sourceCheck/c3': JSON.stringify({ verdict: 'opinion', paragraph: 4, reason: 'It judges' }) }, clicks: ['.texts button:nth-of-type(3)'] },
    'team-alone': { class: lesson('controversy', { reading, controversy: teams('teams') }, teamSteps()), my: me({ controversy: { kind: 'controversy' } }) },
    'team-meet': { class: lesson('controversy', { reading, controversy: teams('teams') }, teamSteps()), my: me({ controversy: inTeam('teams') }) },
    'team-card': { class: lesson('controversy', { reading, controversy: teams('prepare') }, teamSteps()), my: me({ controversy: inTeam('prepare', teamCard) }) },
    'team-returned': { class: lesson('controversy', { reading, controversy: teams('prepare') }, teamSteps()), my: me({ controversy: inTeam('prepare', returned) }) },
    'team-newer': { class: lesson('controversy', { reading, controversy: teams('prepare') }, teamSteps()), my: me({ controversy: inTeam('prepare', teamCard) }), drafts: { 'controversy/controversy/e2': JSON.stringify({ text: 'One nation, one rule.', quotations: [], version: 1 }) }, clicks: ['#entry-e2 button'] },
    'team-present': { class: lesson('controversy', { reading, controversy: teams('present') }, teamSteps()), my: me({ controversy: inTeam('present', teamCard, turn({})) }) },
    'team-restate': { class: lesson('controversy', { reading, controversy: teams('present') }, teamSteps()), my: me({ controversy: inTeam('present', teamCard, turn({ presenter: 'b', stage: 'restating', round: 1, note: 'You left out who pays.' })) }) },
    'team-judge': { class: lesson('controversy', { reading, controversy: teams('present') }, teamSteps()), my: me({ controversy: inTeam('present', teamCard, turn({ stage: 'judging' })) }) },
    'team-written': { class: lesson('controversy', { reading, controversy: teams('present', { written: true }) }, teamSteps()), my: me({ controversy: inTeam('present', teamCard, turn({ presented: 'They never think about it.', feedback: { reason: 'disrespectful', sentence: 'Our norms ask us to take on the argument and leave the person alone.', starter: '' } })) }) },
    'team-reverse': { class: lesson('controversy', { reading, controversy: teams('reverse') }, teamSteps()), my: me({ controversy: inTeam('reverse', lookalike) }) },
    'team-agree': { class: lesson('controversy', { reading, controversy: teams('agree') }, teamSteps()), my: me({ controversy: inTeam('agree') }) },
    'team-sign': { class: lesson('controversy', { reading, controversy: teams('agree') }, teamSteps()), my: me({ controversy: inTeam('agree', statement, { signedCount: 2 }) }) },
    'team-debrief': { class: lesson('controversy', { reading, controversy: teams('debrief') }, teamSteps()), my: me({ controversy: inTeam('debrief', statement, { signed: true, signedCount: 3, consents: [1, 2, 0, 0] }) }) },
    'team-stopped': { class: lesson('controversy', { reading, controversy: teams('prepare', { stopped: true }) }, teamSteps(), { endsAt: undefined }), my: me({ controversy: inTeam('prepare', teamCard) }) },
    'eyes-up': { class: lesson('reading', opened, { eyesUp: true }), my: me(before) },
    paused: { class: lesson('quiz', { ...opened, quiz: quiz('open') }, {}, { paused: true, endsAt: undefined, remainingMs: 221_000 }), my: me({ ...before, quiz: quizMine({}) }) },
    'looking-back': { class: lesson('debate', inDebate), my: me({ ...before, quiz: quizMine({ [second]: ['b'] }), debate: debate() }), clicks: ['.steps li:nth-child(2) button'] },
    reconnecting: { class: lesson('norms', { norms }), my: me({ norms: { kind: 'norms', accepted: false } }), status: 'reconnecting' },
    removed: { class: lesson('norms', { norms }), my: me({}), status: 'removed' },
    poll: { class: lesson('reflection', { ...inDebate, reflection: poll }), my: me({ ...before, debate: debate(), reflection: { kind: 'poll', counted: false, skipped: false } }) },
    'poll-counted': { class: lesson('reflection', { ...inDebate, reflection: poll }), my: me({ ...before, debate: debate(), reflection: { kind: 'poll', counted: true, skipped: false } }) },
    'poll-totals': { class: lesson('reflection', { ...inDebate, reflection: { ...poll, result: { outcome: 'shown', votes: 26, counts: { 'local-choice': 9, between: 7, cooperation: 10 } }, before: { outcome: 'shown', votes: 27, counts: { 'local-choice': 10, between: 6, cooperation: 11 } } } }, { stepOrder: ['reflection'], steps: { reflection: { kind: 'poll', title: 'Where do you lean?', status: 'closed', minutes: 2, early } } }), my: me({ ...before, debate: debate(), reflection: { kind: 'poll', counted: false, skipped: false } }) },
    'ended-unsent': { class: lesson('reflection', { ...inDebate, reflection }, { phase: 'ended', current: undefined }, { endsAt: undefined }), my: me({ ...before, debate: debate(), reflection: { kind: 'reflection', answers: {} } }), drafts: { 'debate/debate/new': unsent, 'reflection/reflection/q2': 'Half a thought.' } },
    ended: { class: lesson('reflection', { ...inDebate, reflection }, { phase: 'ended' }, { endsAt: undefined }), my: me({ ...before, debate: debate(), reflection: { kind: 'reflection', answers: {} } }) },
  };
}

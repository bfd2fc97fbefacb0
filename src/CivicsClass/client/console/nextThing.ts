import type { TeacherCommand, TeacherView } from '../contract';
import { phaseAfter, TITLES } from '../controversies/phases';
import { following, quizOf } from './classroom';

/** The one next thing. `ends` asks for confirmation first; there is nothing next once the session has ended. */
export type NextThing = { label: string; command: TeacherCommand; ends?: true };

export function nextThing(view: TeacherView): NextThing | undefined {
  if (view.class.phase === 'ended') return undefined;
  return nextQuestion(view) ?? nextVerdict(view) ?? nextPhase(view) ?? nextStep(view);
}

/** The next step of the lesson, or its end. */
export function nextStep(view: TeacherView): NextThing | undefined {
  const { phase, steps } = view.class;
  if (phase === 'ended') return undefined;
  const id = following(view.class);
  if (id === undefined) return { label: 'End the lesson', command: { kind: 'session.end' }, ends: true };
  return { label: `${phase === 'lobby' ? 'Start' : 'Next'}: ${steps[id]!.title}`, command: { kind: 'step.open', step: id } };
}

function nextQuestion(view: TeacherView): NextThing | undefined {
  const step = view.class.current;
  const quiz = step === undefined ? undefined : quizOf(view, step);
  if (step === undefined || quiz === undefined || view.class.steps[step]!.status !== 'open') return undefined;

  const questions = quiz.order.map((item) => ({ item, ...quiz.questions[item]! }));
  if (quiz.pace === 'self')
    return questions.every((q) => q.status === 'revealed') ? undefined : { label: 'Show all answers', command: { kind: 'quiz.revealAll', step } };

  const now = questions.find((q) => q.item === quiz.current);
  if (now && (now.status === 'open' || now.status === 'closed'))
    return { label: `Show the answer to question ${now.number}`, command: { kind: 'quiz.reveal', step, item: now.item } };

  const from = now ? questions.indexOf(now) : -1;
  const next = [...questions.slice(from + 1), ...questions.slice(0, from + 1)].find((q) => q.status === 'waiting');
  return next && { label: `Open question ${next.number}`, command: { kind: 'quiz.open', step, item: next.item } };
}

function nextVerdict(view: TeacherView): NextThing | undefined {
  const step = view.class.current;
  const check = step === undefined ? undefined : view.steps[step];
  if (step === undefined || check?.kind !== 'sourceCheck' || view.class.steps[step]!.status !== 'open') return undefined;
  const claim = check.order.find((id) => !check.claims[id]?.revealed);
  return claim === undefined ? undefined : { label: `Show the verdict on claim ${check.claims[claim]!.number}`, command: { kind: 'sourceCheck.reveal', step, claim } };
}

/** After presenting, a lesson over two periods stops for today first. */
function nextPhase(view: TeacherView): NextThing | undefined {
  const step = view.class.current;
  const it = step === undefined ? undefined : view.steps[step];
  if (step === undefined || it?.kind !== 'controversy' || view.class.steps[step]!.status !== 'open') return undefined;
  if (it.stopped) return { label: 'Go on with the same people', command: { kind: 'controversy.stopForToday', step, on: false } };
  const phase = phaseAfter(it.phases, it.phase);
  if (phase === undefined) return undefined;
  if (it.twoPeriods && it.daysDone === 0 && it.phase === 'present') return { label: 'Stop for today', command: { kind: 'controversy.stopForToday', step, on: true } };
  return { label: `Next: ${TITLES[phase]}`, command: { kind: 'controversy.openPhase', step, phase, except: [] } };
}

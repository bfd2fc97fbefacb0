import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionStatus, QuizPace, StepStatus, TeacherControversy, TeacherQuiz, TeacherSourceCheck, TeacherView } from '../contract';
import { previous } from './classroom';
import { nextStep, nextThing } from './nextThing';

function lesson(status: Record<string, StepStatus>, current?: string, quiz?: TeacherQuiz, phase: TeacherView['class']['phase'] = 'running'): TeacherView {
  const stepOrder = Object.keys(status);
  const steps = Object.fromEntries(stepOrder.map((id) => [id, { kind: id, title: `The ${id}`, status: status[id]!, minutes: 5, early: '' }]));
  return {
    class: { key: 'k', title: '', question: '', phase, positionOrder: [], positions: {}, stepOrder, steps, timer: { paused: false, up: false }, eyesUp: false, open: {}, ...(current && { current }) },
    joinCode: 'K7M3QX', locked: false, identity: 'alias', rosterOrder: [], roster: {}, scripts: {},
    steps: quiz ? { quiz } : {},
  };
}

function quiz(statuses: QuestionStatus[], current?: string, pace: QuizPace = 'teacher'): TeacherQuiz {
  const order = statuses.map((_, i) => `i${i + 1}`);
  const questions = Object.fromEntries(order.map((id, i) => [id, { number: i + 1, kind: 'single' as const, stem: '', options: [], status: statuses[i]!, explanation: '', answers: 0, right: 0 }]));
  return { kind: 'quiz', pace, order, questions, ...(current && { current }) };
}

test('In the lobby the next thing is the first step', () => {
  const next = nextThing(lesson({ norms: 'upcoming', quiz: 'upcoming' }, undefined, undefined, 'lobby'));
  assert.deepEqual(next, { label: 'Start: The norms', command: { kind: 'step.open', step: 'norms' } });
});

test('A skipped step is passed over', () => {
  assert.equal(nextThing(lesson({ norms: 'open', reading: 'skipped', debate: 'upcoming' }, 'norms'))?.label, 'Next: The debate');
});

test('After going back the next thing is the step after, although it was open before', () => {
  assert.equal(nextThing(lesson({ norms: 'open', reading: 'closed', debate: 'upcoming' }, 'norms'))?.label, 'Next: The reading');
});

test('After the last step the lesson ends, and asks first', () => {
  const next = nextThing(lesson({ norms: 'closed', debate: 'open' }, 'debate'));
  assert.equal(next?.command.kind, 'session.end');
  assert.equal(next?.ends, true);
});

test('Nothing is next once the session has ended', () => {
  assert.equal(nextThing(lesson({ norms: 'closed' }, 'norms', undefined, 'ended')), undefined);
});

const before = { norms: 'closed', quiz: 'open', debate: 'upcoming' } as const;

test('At the teacher’s pace a question is opened, shown, and the next one opened', () => {
  const label = (statuses: QuestionStatus[], current?: string) => nextThing(lesson(before, 'quiz', quiz(statuses, current)))?.label;
  assert.equal(label(['waiting', 'waiting']), 'Open question 1');
  assert.equal(label(['open', 'waiting'], 'i1'), 'Show the answer to question 1');
  assert.equal(label(['closed', 'waiting'], 'i1'), 'Show the answer to question 1');
  assert.equal(label(['revealed', 'waiting'], 'i1'), 'Open question 2');
  assert.equal(label(['revealed', 'revealed'], 'i2'), 'Next: The debate');
});

test('A question that was jumped over is still to be opened', () => {
  assert.equal(nextThing(lesson(before, 'quiz', quiz(['waiting', 'revealed'], 'i2')))?.label, 'Open question 1');
});

test('At their own pace all answers are shown at once, and the next step stays at hand', () => {
  const view = lesson(before, 'quiz', quiz(['open', 'open'], undefined, 'self'));
  assert.equal(nextThing(view)?.command.kind, 'quiz.revealAll');
  assert.equal(nextStep(view)?.label, 'Next: The debate');
  assert.equal(nextThing(lesson(before, 'quiz', quiz(['revealed', 'revealed'], undefined, 'self')))?.label, 'Next: The debate');
});

test('A closed quiz opens no question', () => {
  assert.equal(nextThing(lesson({ ...before, quiz: 'closed' }, 'quiz', quiz(['waiting'])))?.label, 'Next: The debate');
});

test('The way back leads to the last step that was open', () => {
  const { class: view } = lesson({ norms: 'closed', reading: 'skipped', debate: 'open' }, 'debate');
  assert.equal(previous(view), 'norms');
});

test('Verdicts are shown one by one, in order, and then comes the next step', () => {
  const check = (...shown: boolean[]): TeacherSourceCheck => ({
    kind: 'sourceCheck', title: '', order: shown.map((_, i) => `c${i}`), finished: 0,
    claims: Object.fromEntries(shown.map((out, i) => [`c${i}`, {
      number: i + 1, text: '', judged: 0, spread: [], judgements: {},
      ...(out && { revealed: { verdict: 'true' as const, paragraph: 1, judged: 0, spread: [], reason: '', evidence: [], restsOn: [], changeMind: '' } }),
    }])),
  });
  const label = (...shown: boolean[]) => nextThing({ ...lesson({ check: 'open', debate: 'upcoming' }, 'check'), steps: { check: check(...shown) } })?.label;
  assert.equal(label(false, false), 'Show the verdict on claim 1');
  assert.equal(label(true, false), 'Show the verdict on claim 2');
  assert.equal(label(false, true), 'Show the verdict on claim 1');
  assert.equal(label(true, true), 'Next: The debate');
});

test('A controversy goes phase by phase; over two periods it stops after presenting, once, and goes on', () => {
  const label = (more: Partial<TeacherControversy>) => {
    const view = lesson({ controversy: 'open', reflection: 'upcoming' }, 'controversy');
    const phases = (['teams', 'prepare', 'present', 'agree'] as const).map((phase) => ({ phase, minutes: 5 }));
    const it: TeacherControversy = { kind: 'controversy', prompt: '', phase: 'teams', phases, written: false, twoPeriods: false, reasons: 3, stopped: false, daysDone: 0, mayDeal: false, removalReasons: [], teamOrder: [], teams: {}, unplaced: [], apart: [], ...more };
    return nextThing({ ...view, steps: { controversy: it } })?.label;
  };
  assert.equal(label({}), 'Next: Prepare your side');
  assert.equal(label({ phase: 'present' }), 'Next: Find common ground');
  assert.equal(label({ phase: 'present', twoPeriods: true }), 'Stop for today');
  assert.equal(label({ phase: 'present', twoPeriods: true, stopped: true, daysDone: 1 }), 'Go on with the same people');
  assert.equal(label({ phase: 'present', twoPeriods: true, daysDone: 1 }), 'Next: Find common ground');
  assert.equal(label({ phase: 'agree' }), 'Next: The reflection');
});

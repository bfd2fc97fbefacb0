import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClassView, QuestionView, QuizView, StepView } from '../contract';
import { whereClassIs } from './whereClassIs';

const revealed = { key: ['a'], answers: 1, counts: {}, explanation: '', feedback: {}, restsOn: [] };
const question = (number: number, more: Partial<QuestionView> = {}): QuestionView => ({ number, kind: 'single', stem: '', optionOrder: [], options: {}, status: 'open', ...more });
const quiz = (questions: Record<string, QuestionView>, current?: string): QuizView => ({ kind: 'quiz', pace: current ? 'teacher' : 'self', order: Object.keys(questions), questions, current });

function at(view: StepView): string {
  const steps = { now: { kind: view.kind, title: 'Check the law', status: 'open' as const, minutes: 5, early: '' } };
  return whereClassIs({ steps, stepOrder: ['now'], current: 'now', open: { now: view } } as unknown as ClassView);
}

test('A step is named by its title', () => assert.equal(at({ kind: 'norms', norms: [] }), 'Check the law'));

test('In a quiz the question is named, and that its answer is shown', () => {
  assert.equal(at(quiz({ q1: question(1) }, 'q1')), 'Check the law, question 1');
  assert.equal(at(quiz({ q1: question(1), q2: question(2, { status: 'revealed', revealed }) }, 'q2')), 'Check the law, the answer to question 2');
});

test('At their own pace students have only the answers in common', () => {
  assert.equal(at(quiz({ q1: question(1), q2: question(2) })), 'Check the law');
  assert.equal(at(quiz({ q1: question(1, { revealed }), q2: question(2, { revealed }) })), 'Check the law, the answers');
});

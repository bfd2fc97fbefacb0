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

test('In a source check the claim that all talk about is named', () => {
  const revealedClaim = { verdict: 'true' as const, paragraph: 1, judged: 0, spread: [], reason: '', evidence: [], restsOn: [], changeMind: '' };
  const check = (current?: string): StepView => ({ kind: 'sourceCheck', title: '', about: '', asOf: '2026-06', paragraphs: [], order: ['a', 'b'], current, claims: { a: { number: 1, text: '' }, b: { number: 2, text: '', revealed: revealedClaim } } });
  assert.equal(at(check()), 'Check the law');
  assert.equal(at(check('a')), 'Check the law, claim 1');
  assert.equal(at(check('b')), 'Check the law, the verdict on claim 2');
});

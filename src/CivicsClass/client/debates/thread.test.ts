import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard } from '../contract';
import { arranged, type About } from './order';
import { Threads } from './thread';

const card = (side: string, on?: string, passage?: string): ArgumentCard => ({ author: 'A', kind: on ? 'rebut' : 'argue', on, side, claim: 'c', basis: 'fact', quotations: passage ? [{ passage, title: 'T', paragraph: 1, exact: 'e' }] : [], version: 1 });
const view = {
  order: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'],
  cards: { a1: card('x', undefined, 'r.1.1'), a2: card('y', 'a1'), a3: card('x'), a4: card('x', 'a2', 's.2.1'), a5: card('y', 'a9'), a6: card('x', undefined, 'r.2.1') },
};
const threads = new Threads(view);
const inOrder = (order: 'newest' | 'leastAnswered', about?: About) => arranged(threads, 'x', order, about);

test('each side has its arguments, the newest first', () => assert.deepEqual(threads.roots('x'), ['a6', 'a3', 'a1']));

test('answers stand beneath what they answer, whatever their side', () => {
  assert.deepEqual(threads.answers('a1'), ['a2']);
  assert.deepEqual(threads.all('a1'), ['a2', 'a4']);
  assert.equal(threads.rootOf('a4'), 'a1');
});

test('an answer to something that is gone stands alone', () => assert.deepEqual(threads.roots('y'), ['a5']));

test('what lacks an answer can come first, the newest of them before the others', () => {
  assert.deepEqual(inOrder('newest'), ['a6', 'a3', 'a1']);
  assert.deepEqual(inOrder('leastAnswered'), ['a6', 'a3', 'a1']);
  const more = new Threads({ order: [...view.order, 'a7'], cards: { ...view.cards, a7: card('y', 'a6') } });
  assert.deepEqual(arranged(more, 'x', 'leastAnswered'), ['a3', 'a6', 'a1']);
});

test('marks order nothing', () => {
  const liked = new Threads({ ...view, cards: { ...view.cards, a1: { ...view.cards.a1, marks: { strongEvidence: 30, wellReasoned: 30, canAnswer: 0 } } } });
  for (const order of ['newest', 'leastAnswered'] as const) assert.deepEqual(arranged(liked, 'x', order), arranged(threads, 'x', order));
});

test('a board about one text or one passage keeps the threads that rest on it', () => {
  assert.deepEqual(inOrder('newest', { reading: 'r' }), ['a6', 'a1']);
  assert.deepEqual(inOrder('newest', { reading: 'r', passage: 'r.2.1' }), ['a6']);
  assert.deepEqual(inOrder('newest', { reading: 's' }), ['a1']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DebateView, TeacherDebate } from '../contract';
import { takingPart } from './participation';

const argument = (participant: string, side: string, status: string) => ({ participant, status, card: { side } });
const debate = {
  order: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'],
  arguments: {
    a1: argument('p1', 'x', 'approved'), a2: argument('p2', 'y', 'approved'), a3: argument('p1', 'x', 'approved'),
    a4: argument('p1', 'x', 'pending'), a5: argument('p2', 'y', 'withdrawn'), a6: argument('p3', 'y', 'returned'),
  },
} as unknown as TeacherDebate;
const board = { order: ['a1', 'a2', 'a3'], cards: { a1: { side: 'x', marks: { strongEvidence: 1 } }, a2: { side: 'y', on: 'a1' }, a3: { side: 'x', on: 'a2' } } } as unknown as DebateView;

test('what a student wrote and what came back is counted, the withdrawn left out', () => {
  const { students } = takingPart(debate, board);
  assert.deepEqual(students.p1, { posted: 3, waiting: 1, toRevise: 0, onBoard: 2, answered: 1, marked: 1 });
  assert.deepEqual(students.p2, { posted: 1, waiting: 0, toRevise: 0, onBoard: 1, answered: 1, marked: 0 });
  assert.deepEqual(students.p3, { posted: 1, waiting: 0, toRevise: 1, onBoard: 0, answered: 0, marked: 0 });
  assert.equal(students.p4, undefined);
});

test('whoever answers themselves was not answered', () => {
  const own = { order: ['a1', 'a3'], cards: { a1: { side: 'x' }, a3: { side: 'x', on: 'a1' } } } as unknown as DebateView;
  assert.equal(takingPart(debate, own).students.p1!.answered, 0);
});

test('the sides are the sum of what was written for them', () => {
  const { sides } = takingPart(debate, board);
  assert.deepEqual([sides.x!.posted, sides.y!.posted], [3, 2]);
});

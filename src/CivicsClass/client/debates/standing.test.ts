import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentStatus, ClassView, MyView } from '../contract';
import { leftWaiting, standing } from './standing';

const view = (statuses: ArgumentStatus[], onBoard: string[] = []) => {
  const ids = statuses.map((_, at) => `a${at + 1}`);
  const lesson = { stepOrder: ['norms', 'debate'], open: { debate: { kind: 'debate', order: onBoard, cards: Object.fromEntries(onBoard.map((id) => [id, {}])) } } } as unknown as ClassView;
  const me = { steps: { norms: { kind: 'norms', accepted: true }, debate: { kind: 'debate', order: ids, mine: Object.fromEntries(ids.map((id, at) => [id, { status: statuses[at] }])) } } } as unknown as MyView;
  return [lesson, me] as const;
};

test('While the lesson runs a post waits for the teacher, and after the end it waits no longer', () => {
  assert.equal(standing('pending', false, false).tag, 'Waiting for your teacher');
  const left = standing('pending', true, false);
  assert.equal(left.tag, 'Not on the board');
  assert.equal(left.says, 'The lesson ended before your teacher looked at it. Only you and your teacher can see it.');
});

test('A revision left waiting leaves the version before on the board', () => {
  assert.match(standing('pending', true, true).says ?? '', /stays on the board/);
});

test('What was decided stands as it was decided after the end too', () => {
  assert.deepEqual(standing('approved', true, true), { tag: 'On the board' });
  assert.deepEqual(standing('returned', true, false), { tag: 'Sent back to you' });
});

test('At the end an author is told of posts that were left waiting, and only of those', () => {
  assert.equal(leftWaiting(...view(['approved', 'returned'])), undefined);
  assert.match(leftWaiting(...view(['pending', 'approved'])) ?? '', /one of your posts/);
  assert.match(leftWaiting(...view(['pending', 'pending', 'removed'])) ?? '', /2 of your posts/);
  assert.equal(leftWaiting(...view(['pending'], ['a1'])), undefined);
});

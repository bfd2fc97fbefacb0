import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionCommand } from '../contract';
import { LeftBehind } from './left';
import { Elsewhere, Refused } from './outbox';

const answer: SessionCommand = { kind: 'quiz.answer', step: 'quiz', item: 'q1', options: ['b'] };

function withResolvers() {
  let [resolve, reject] = [(_: unknown) => {}, (_: unknown) => {}];
  const promise = new Promise<unknown>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

function followed() {
  const stored: SessionCommand[] = [];
  let changes = 0;
  const left = new LeftBehind(() => changes++);
  const letter = withResolvers();
  const done = left.follow({ id: 'z', command: answer }, letter.promise, (command) => stored.push(command));
  return { left, letter, done, stored, changes: () => changes };
}

test('what was left shows as on its way until the server has stored it', async () => {
  const { left, letter, done, stored } = followed();
  assert.deepEqual(left.waiting('quiz.answer'), [answer]);
  assert.deepEqual(left.waiting('reading.keep'), []);
  letter.resolve({ seq: 1 });
  await done;
  assert.deepEqual(left.waiting('quiz.answer'), []);
  assert.deepEqual(stored, [answer]);
});

test('a refusal after the reload stands until it was seen', async () => {
  const { left, letter, done, stored, changes } = followed();
  letter.reject(new Refused('This question is closed.'));
  await done;
  assert.deepEqual(left.refused, [{ id: 'z', command: answer, sentence: 'This question is closed.' }]);
  assert.deepEqual(left.waiting('quiz.answer'), []);
  assert.equal(changes(), 1);
  left.read('z');
  assert.deepEqual([left.refused, stored], [[], []]);
});

test('what another tab has had answered is said there and not here', async () => {
  const { left, letter, done, stored } = followed();
  letter.reject(new Elsewhere());
  await done;
  assert.deepEqual([left.refused, left.waiting('quiz.answer'), stored], [[], [], []]);
});

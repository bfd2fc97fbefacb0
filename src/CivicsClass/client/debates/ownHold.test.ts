import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownHold } from './ownHold';

test('The author of a held post reads that the teacher reads it first, and what can be done meanwhile', () => {
  const { tag, says } = ownHold({ status: 'pending', held: true }, false)!;
  assert.equal(tag, 'Your teacher reads this first');
  assert.match(says, /another way meanwhile/);
});

test('A post that waits like all others says nothing of holds', () => {
  assert.equal(ownHold({ status: 'pending' }, false), undefined);
  assert.equal(ownHold({ status: 'approved', held: true }, false), undefined);
});

test('After the end a held post waits no longer', () => {
  assert.match(ownHold({ status: 'pending', held: true }, true)!.says, /lesson ended/);
});

test('An erased post says what happened and what can be done, and blames nobody', () => {
  const { tag, says } = ownHold({ status: 'removed', erased: true }, true)!;
  assert.equal(tag, 'Erased');
  assert.match(says, /can happen to anybody/);
  assert.doesNotMatch(says, /you wrote|your fault|not allowed|rule/i);
});

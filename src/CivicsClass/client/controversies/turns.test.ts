import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roleOf, turnTitle, turnWords, type Role } from './turns';

test('each stage gives one pair something to do and the other something to wait for', () => {
  const roles = (stage: Parameters<typeof roleOf>[0]['stage']) => [roleOf({ stage, presenter: 'a' }, 'a'), roleOf({ stage, presenter: 'a' }, 'b')];
  assert.deepEqual(roles('presenting'), ['present', 'listen']);
  assert.deepEqual(roles('restating'), ['hear', 'restate']);
  assert.deepEqual(roles('judging'), ['judge', 'await']);
  assert.deepEqual(roles('done'), ['done', 'done']);
});

test('the title names the other pair, one or several', () => {
  assert.equal(turnTitle('listen', 'Dee and Eli', false), 'Listen: Dee and Eli present');
  assert.equal(turnTitle('listen', 'Dee', false), 'Listen: Dee presents');
  assert.equal(turnTitle('await', 'The other pair', false), 'The other pair decides whether it was fair');
  assert.equal(turnTitle('restate', 'Dee', true), 'Restate it once more');
});

test('every part has its words, spoken and written, and none asks for an answer', () => {
  const roles: Role[] = ['present', 'listen', 'restate', 'hear', 'judge', 'await', 'done'];
  for (const role of roles) for (const written of [true, false]) assert.match(turnWords(role, 'Dee and Eli', written), /^[A-Z].+[.?]$/);
  assert.notEqual(turnWords('present', 'Dee', true), turnWords('present', 'Dee', false));
  assert.match(turnWords('listen', 'Dee', false), /Do not answer yet/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY, isSame, judge, plain, read, type Form } from './form';
import { problems, REASONS, VERDICTS } from './problems';

const whole: Form = { verdict: 'partlyTrue', paragraph: 3, reason: ' One part is right. ' };

test('a judgement says what is missing, part by part', () => {
  assert.deepEqual(Object.keys(problems(EMPTY)), ['verdict', 'paragraph', 'reason']);
  assert.deepEqual(problems(whole), {});
});

test('a reason has at least three words and at most 500 characters', () => {
  assert.match(problems({ ...whole, reason: 'No  source.' }).reason ?? '', /three at least/);
  assert.deepEqual(problems({ ...whole, reason: `a b ${'c'.repeat(496)}` }), {});
  assert.equal(problems({ ...whole, reason: `a b ${'c'.repeat(497)}` }).reason, '501 of 500 characters. Shorten it by 1.');
  assert.match(problems({ ...whole, reason: 'It says \u202e so.' }).reason ?? '', /cannot be shown/);
});

test('each verdict has reasons to choose, and those without a gap can be sent as they are', () => {
  for (const [verdict] of VERDICTS) {
    assert.ok(REASONS[verdict].length >= 2);
    for (const reason of REASONS[verdict].filter((one) => !one.includes('…'))) assert.deepEqual(problems({ ...whole, reason }), {});
  }
});

test('a draft is read back, and a broken one is none', () => {
  assert.deepEqual(read(JSON.stringify(whole), EMPTY), whole);
  assert.deepEqual(read('{"verdict":"op', EMPTY), EMPTY);
});

test('what says the same as what is stored is no change', () => {
  const stored = { verdict: 'partlyTrue' as const, paragraph: 3, reason: 'One part is right.' };
  assert.ok(isSame(whole, stored));
  assert.ok(!isSame({ ...whole, paragraph: 4 }, stored));
  assert.ok(isSame(EMPTY, undefined));
  assert.ok(!isSame({ ...EMPTY, verdict: 'true' }, undefined));
});

test('a judgement in plain words', () => {
  assert.equal(plain(whole), 'Partly true, ¶3\n\nOne part is right.');
  assert.equal(plain({ reason: '', verdict: 'opinion' }), 'Opinion');
  assert.deepEqual(judge('check', 'c1', whole), { kind: 'sourceCheck.judge', step: 'check', claim: 'c1', verdict: 'partlyTrue', reason: 'One part is right.', paragraph: 3 });
});

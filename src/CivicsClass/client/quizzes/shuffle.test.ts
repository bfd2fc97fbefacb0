import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fnv1a, letter, shuffled } from './shuffle';

test('FNV-1a gives the published values', () => {
  assert.equal(fnv1a(''), 0x811c9dc5);
  assert.equal(fnv1a('a'), 0xe40c292c);
  assert.equal(fnv1a('foobar'), 0xbf9cf968);
});

test('an order belongs to its seed and question, and keeps every option', () => {
  const options = ['a', 'b', 'c', 'd'];
  assert.deepEqual(shuffled(options, 7, 'q'), shuffled(options, 7, 'q'));
  assert.deepEqual(shuffled(options, 7, 'q').sort(), options);
});

test('over many students each option stands first about equally often', () => {
  const first = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed++) {
    const option = shuffled(['a', 'b', 'c', 'd'], seed * 7919, 'supremacy-clause')[0]!;
    first.set(option, (first.get(option) ?? 0) + 1);
  }
  for (const [option, times] of first) assert.ok(times > 850 && times < 1150, `${option} stood first ${times} times`);
});

test('places have letters', () => assert.equal([0, 1, 2].map(letter).join(''), 'ABC'));

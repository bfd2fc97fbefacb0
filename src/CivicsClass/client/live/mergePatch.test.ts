import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergePatch } from './mergePatch';

// The examples of RFC 7386, appendix A, that have an object as their result.
const examples: [unknown, unknown, unknown][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test('a merge patch does what RFC 7386 says', () => {
  for (const [target, patch, result] of examples) assert.deepEqual(mergePatch(target, patch), result);
});

test('what a patch does not touch keeps its identity', () => {
  const before = { cards: { a1: { claim: 'one' }, a2: { claim: 'two' } }, order: ['a1'] };
  const after = mergePatch(before, { cards: { a2: { claim: 'three' } } }) as typeof before;
  assert.equal(after.cards.a1, before.cards.a1);
  assert.equal(after.order, before.order);
  assert.notEqual(after.cards, before.cards);
  assert.equal(before.cards.a2.claim, 'two');
});

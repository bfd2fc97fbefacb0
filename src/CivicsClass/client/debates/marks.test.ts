import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard } from '../contract';
import { isGiven, marksFor } from './marks';

const card: ArgumentCard = { author: 'A', kind: 'argue', side: 'x', claim: 'c', basis: 'fact', quotations: [{ passage: 'r.1.1', title: 'T', paragraph: 1, exact: 'e' }], version: 2 };

test('a mark stands for the version it was given to', () => {
  assert.ok(isGiven('wellReasoned', card, { version: 2, given: ['wellReasoned'] }));
  assert.ok(!isGiven('wellReasoned', card, { version: 1, given: ['wellReasoned'] }));
  assert.ok(!isGiven('canAnswer', card, { version: 2, given: ['wellReasoned'] }));
  assert.ok(!isGiven('canAnswer', card, undefined));
});

test('only marks that fit are offered', () => {
  const names = (of: ArgumentCard) => marksFor(of).map(({ mark }) => mark);
  assert.deepEqual(names(card), ['strongEvidence', 'wellReasoned', 'canAnswer']);
  assert.deepEqual(names({ ...card, kind: 'ask', quotations: [] }), ['canAnswer']);
});

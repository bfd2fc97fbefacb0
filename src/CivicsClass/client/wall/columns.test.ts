import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard, WallDebate } from '../contract';
import { answered, column } from './columns';

const card = (side: string, on?: string): ArgumentCard => ({ author: 'Calm Otter', kind: on ? 'rebut' : 'argue', side, claim: 'A claim.', basis: 'fact', quotations: [], version: 1, ...(on && { on }) });
const board = (cards: Record<string, ArgumentCard>): WallDebate => ({ kind: 'debate', prompt: '', order: Object.keys(cards), cards });
const ids = (debate: WallDebate, side: string) => column(debate, side).map((p) => p.id);

test('Each side has its own arguments, the newest first', () => {
  const debate = board({ a1: card('yes'), a2: card('no'), a3: card('yes') });
  assert.deepEqual(ids(debate, 'yes'), ['a3', 'a1']);
  assert.deepEqual(ids(debate, 'no'), ['a2']);
});

test('An answer stands with the argument it answers, whatever its side', () => {
  const debate = board({ a1: card('yes'), a2: card('yes'), a3: card('no', 'a1') });
  assert.deepEqual(ids(debate, 'yes'), ['a1', 'a2']);
  assert.deepEqual(ids(debate, 'no'), []);
  assert.equal(column(debate, 'yes')[0]!.answers, 1);
});

test('An answer to an answer counts for the argument at the root', () => {
  const debate = board({ a1: card('yes'), a2: card('no', 'a1'), a3: card('yes', 'a2') });
  assert.equal(column(debate, 'yes')[0]!.answers, 2);
});

test('A reply is shown with what it answers, and nothing that is not on the board', () => {
  const debate = board({ a1: card('yes'), a2: card('no', 'a1'), a3: card('yes', 'a2'), a9: card('yes', 'off-the-board') });
  assert.equal(answered(debate, debate.cards['a3']!), debate.cards['a2']);
  assert.equal(answered(debate, debate.cards['a1']!), undefined);
  assert.equal(answered(debate, debate.cards['a9']!), undefined);
});

test('An empty board is two empty columns', () => {
  assert.deepEqual(ids(board({}), 'yes'), []);
});

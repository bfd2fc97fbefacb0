import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard } from '../contract';
import { citations } from './citations';

const card = (side: string, ...passages: string[]): ArgumentCard => ({ author: 'A', kind: 'argue', side, claim: 'c', basis: 'fact', quotations: passages.map((passage) => ({ passage, title: passage.startsWith('r') ? 'B' : 'A', paragraph: Number(passage.split('.')[1]), exact: 'e' })), version: 1 });
const found = citations({ order: ['a1', 'a2', 'a3'], cards: { a1: card('x', 'r.2.1', 'r.1.2'), a2: card('y', 'r.2.1'), a3: card('x', 's.1.1') } });

test('a text is cited by as many arguments of a side as rest on it', () => {
  assert.deepEqual(found.map(({ reading, bySide }) => [reading, bySide]), [['s', { x: 1 }], ['r', { x: 1, y: 1 }]]);
});

test('a passage names the arguments that rest on it', () => {
  assert.deepEqual(found[1]!.passages.map(({ passage, citations }) => [passage, citations.map(({ id }) => id)]), [['r.1.2', ['a1']], ['r.2.1', ['a1', 'a2']]]);
});

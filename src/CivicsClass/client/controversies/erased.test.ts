import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControversyView, MyTeam } from '../contract';
import { erasedWords } from './erased';
import { heard } from './tells';

test('What was erased is told without its words and without blame', () => {
  assert.match(erasedWords(1), /erased a text of yours.*can happen to anybody/);
  assert.match(erasedWords(2), /erased 2 texts of yours/);
});

test('A student hears that a text was erased, and not that it merely is gone', () => {
  const is = { stopped: false } as ControversyView;
  const team = (more: Partial<MyTeam>) => ({ number: 1, pair: 'a', phase: 'prepare', absent: false, clock: { offsetMs: 0 }, entryOrder: ['e1'], entries: {}, members: {}, signed: false, ...more }) as MyTeam;
  const before = team({ entries: { e1: { author: 'p1', savedBy: 'p1', version: 1, text: 'Secret' } } as unknown as MyTeam['entries'] });
  const said = heard(is, is, { kind: 'controversy', team: before }, { kind: 'controversy', team: team({ entryOrder: [], erased: 1 }) }, 'p1', (side) => side);
  assert.deepEqual(said, [erasedWords(1)]);
});

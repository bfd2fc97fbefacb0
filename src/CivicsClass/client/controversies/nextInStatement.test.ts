import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextInStatement } from './nextInStatement';
import { entry, holding, team } from './team.testing';

const sides = ['duty', 'choice'];
const lines = { e1: entry({ part: 'agreed' }), e2: entry({ part: 'open' }), e3: entry({ part: 'strongest', side: 'duty' }), e4: entry({ part: 'strongest', side: 'choice' }) };
const { e1, e2, e3 } = lines;

test('a statement grows part by part, then each says how far they go along', () => {
  assert.deepEqual(nextInStatement(team(), sides), { write: { part: 'agreed' } });
  assert.deepEqual(nextInStatement(holding({ e1 }), sides), { write: { part: 'open' } });
  assert.deepEqual(nextInStatement(holding({ e1, e2 }), sides), { write: { part: 'strongest', side: 'duty' } });
  assert.deepEqual(nextInStatement(holding({ e1, e2, e3 }), sides), { write: { part: 'strongest', side: 'choice' } });
  assert.deepEqual(nextInStatement(holding(lines), sides), { sign: true });
  assert.deepEqual(nextInStatement(holding(lines, { signed: true }), sides), { wait: true });
});

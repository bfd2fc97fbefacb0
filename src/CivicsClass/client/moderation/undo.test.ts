import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undoable, undoCommand, undoWords } from './undo';

const row = { key: 'debate/a1@2', step: 'debate', argument: 'a1', version: 2, seq: 5 };

test('A decision can be taken back for ten seconds, and says how long', () => {
  const last = undoable(row, 'approve', 1000)!;
  assert.equal(undoWords(last, 1000), 'Approved. 10 s to undo');
  assert.equal(undoWords(last, 8500), 'Approved. 3 s to undo');
  assert.equal(undoWords(last, 11_000), undefined);
  assert.deepEqual(undoCommand(last), { kind: 'debate.undo', step: 'debate', argument: 'a1', version: 2 });
});

test('What was erased, or released to a team, is not offered', () => {
  assert.equal(undoable(row, 'erase', 0), undefined);
  assert.equal(undoable({ ...row, text: 'h5' }, 'approve', 0), undefined);
});

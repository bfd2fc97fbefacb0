import assert from 'node:assert/strict';
import test from 'node:test';
import { inWords } from './times';

test('Only a time of another day names the day', () => {
  const at = new Date(2026, 4, 7, 12, 4);
  assert.match(inWords(at, new Date(2026, 4, 7, 18, 0)), /^\D*12\D04\D*$/);
  assert.match(inWords(at, new Date(2026, 4, 8, 9, 0)), /7/);
});

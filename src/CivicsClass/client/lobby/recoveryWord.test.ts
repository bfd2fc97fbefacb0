import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepWord } from './recoveryWord';

function device() {
  const all = new Map<string, string>();
  return () => ({ getItem: (name: string) => all.get(name) ?? null, setItem: (name: string, value: string) => void all.set(name, value) });
}

test('a student finds the word again after a reload, when none is handed over', () => {
  const store = device();
  assert.equal(keepWord('k1', 'p3', 'maple-canyon-27', store), 'maple-canyon-27');
  assert.equal(keepWord('k1', 'p3', '', store), 'maple-canyon-27');
  assert.equal(keepWord('k1', 'p3', undefined, store), 'maple-canyon-27');
});

test('another student who comes back on the same device does not see it', () => {
  const store = device();
  keepWord('k1', 'p3', 'maple-canyon-27', store);
  assert.equal(keepWord('k1', 'p4', undefined, store), undefined);
  assert.equal(keepWord('k2', 'p3', undefined, store), undefined);
});

test('a device that stores nothing still shows the word once', () => {
  const closed = () => {
    throw new Error('denied');
  };
  assert.equal(keepWord('k1', 'p3', 'maple-canyon-27', closed), 'maple-canyon-27');
  assert.equal(keepWord('k1', 'p3', undefined, closed), undefined);
});

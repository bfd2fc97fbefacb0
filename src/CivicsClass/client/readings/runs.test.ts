import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockKind } from '../contract';
import { runs } from './runs';

const of = (...kinds: BlockKind[]) => runs(kinds.map((kind) => ({ kind, sentences: [] })));

test('items of a list, rows of a table and footnotes stand together, in their order', () => {
  assert.deepEqual(of('paragraph', 'list', 'list', 'quote', 'table', 'row', 'row', 'paragraph', 'note', 'note'), [[0], [1, 2], [3], [4, 5, 6], [7], [8, 9]]);
});

test('two tables in a row stay two', () => {
  assert.deepEqual(of('table', 'row', 'table', 'row'), [[0, 1], [2, 3]]);
});

test('paragraphs stand alone, and an empty text has none', () => {
  assert.deepEqual(of('paragraph', 'paragraph', 'heading'), [[0], [1], [2]]);
  assert.deepEqual(of(), []);
});

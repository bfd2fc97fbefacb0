import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../contract';
import { footnotes, split } from './footnotes';

const BLOCKS: Block[] = [
  { kind: 'heading', sentences: ['On buses[2]'] },
  { kind: 'paragraph', number: 1, sentences: ['They are late.[1]', 'Some say so [9].'] },
  { kind: 'list', number: 2, sentences: ['Again.[1]'] },
  { kind: 'note', mark: '1', sentences: ['A survey.'] },
  { kind: 'note', mark: '2', sentences: ['A remark.'] },
];

test('each footnote knows the paragraph that first refers to it', () => {
  assert.deepEqual([...footnotes(BLOCKS)], [['1', 1], ['2', undefined]]);
});

test('only numbers of footnotes are cut out', () => {
  assert.deepEqual(split('They are late.[1]', footnotes(BLOCKS)), [{ words: 'They are late.' }, { words: '[1]', note: '1' }]);
  assert.deepEqual(split('Some say so [9], and [sic].', footnotes(BLOCKS)), [{ words: 'Some say so ' }, { words: '[9]' }, { words: ', and [sic].' }]);
  assert.deepEqual(split('', footnotes(BLOCKS)), []);
});

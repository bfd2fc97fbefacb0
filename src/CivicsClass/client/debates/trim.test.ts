import assert from 'node:assert/strict';
import { test } from 'node:test';
import { span, trim, words } from './trim';

const sentence = 'It answered that a detainer is a request: the county chose.';

test('a trimmed quotation stands in the sentence letter for letter', () => {
  for (let first = 0; first < 12; first++) for (let last = 0; last < 14; last++) assert.ok(sentence.includes(trim(sentence, first, last)));
  assert.equal(trim(sentence, 3, 7), 'a detainer is a request:');
  assert.equal(trim(sentence, 0, 99), sentence);
});

test('at least two words stay', () => {
  assert.equal(trim(sentence, 99, 99), 'county chose.');
  assert.equal(trim(sentence, 4, 0), 'detainer is');
  assert.equal(trim('Two words', 1, 1), 'Two words');
  assert.equal(trim('One', 0, 0), 'One');
});

test('the span of a trimmed quotation is found again', () => {
  for (const [first, last] of [[0, 10], [3, 7], [8, 10]] as const) assert.deepEqual(span(sentence, trim(sentence, first, last)), { first, last });
  assert.equal(words(sentence).length, 11);
});

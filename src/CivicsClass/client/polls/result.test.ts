import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords, shares, why } from './result';

const poll = { optionOrder: ['a', 'between', 'b'], options: { a: 'Required', between: 'Between', b: 'Local choice' } };

test('every option has its share, in the order of the poll', () => {
  const shown = shares({ ...poll, result: { outcome: 'shown', votes: 12, counts: { a: 6, between: 3, b: 3 } } });
  assert.deepEqual(shown.map(({ option, percent }) => [option, percent]), [['a', 50], ['between', 25], ['b', 25]]);
  assert.equal(inWords(shown[0]!), '50 %');
});

test('the shift stands beside the share', () => {
  const shown = shares({ ...poll, result: { outcome: 'shown', votes: 10, counts: { a: 4, between: 3, b: 3 } }, before: { outcome: 'shown', votes: 20, counts: { a: 10, between: 5, b: 5 } } });
  assert.equal(inWords(shown[0]!), '40 %, 50 % before');
});

test('what must not be known is not drawn and is explained', () => {
  assert.deepEqual(shares({ ...poll, result: { outcome: 'tooFew' } }), []);
  assert.match(why('tooFew'), /ten/);
  assert.match(why('tooEasyToGuess'), /three/);
  assert.equal(why('shown'), '');
});

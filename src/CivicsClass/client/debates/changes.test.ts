import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard } from '../contract';
import { changes, compare } from './changes';

const card: ArgumentCard = { author: 'A', kind: 'argue', side: 'x', claim: 'Help is fair.', basis: 'fact', reason: 'It is.', quotations: [], version: 1 };

test('the words that came and went are told apart', () => {
  assert.deepEqual(compare('Help is fair.', 'Help is always fair.'), [{ text: 'Help is', as: 'kept' }, { text: ' always', as: 'added' }, { text: ' fair.', as: 'kept' }]);
  assert.deepEqual(compare('', 'New.'), [{ text: 'New.', as: 'added' }]);
  assert.deepEqual(compare('Gone.', ''), [{ text: 'Gone.', as: 'removed' }]);
});

test('whatever was written, the kept and added words make the new text, and the kept and removed ones the old', () => {
  for (const [was, is] of [['a b c d', 'b d e a'], ['x\ny  z', 'x y z'], ['מי מחליט', 'מחליט מי'], ['', '']] as const) {
    const of = (as: string) => compare(was, is).filter((piece) => piece.as === 'kept' || piece.as === as).map(({ text }) => text).join('');
    assert.equal(of('added'), is);
    assert.equal(of('removed'), was);
  }
});

test('only what changed is named', () => {
  assert.deepEqual(changes(card, { ...card, version: 2, reason: 'It is so.', counterclaim: 'No.' }).map(({ part }) => part), ['Reason', 'The other side might say']);
  assert.deepEqual(changes(card, { ...card, version: 2 }), []);
});

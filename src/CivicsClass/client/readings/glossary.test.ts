import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain, tail } from './glossary';

const detainer = { term: 'Detainer', also: ['detainers', 'immigration detainer'], definition: 'A request.' };
const booking = { term: 'Booking', also: ['booked'], definition: 'A record.' };

const cut = (sentence: string, seen = new Set<string>()) => explain(sentence, [detainer, booking], seen).map((piece) => (piece.term ? `[${piece.text}]` : piece.text)).join('');

test('a glossary word is found as it is written, the longest spelling first', () => {
  assert.equal(cut('An immigration detainer asks.'), 'An [immigration detainer] asks.');
  assert.equal(cut('Detainers ask.'), '[Detainers] ask.');
});

test('only whole words are explained, and each term once in a text', () => {
  assert.equal(cut('Overbooked and booked.'), 'Overbooked and [booked].');
  assert.equal(cut('A detainer, booked, is a detainer.'), 'A [detainer], [booked], is a detainer.');
  const seen = new Set<string>();
  cut('A detainer.', seen);
  assert.equal(cut('A detainer.', seen), 'A detainer.');
});

test('the pieces are the sentence', () => {
  const sentence = 'Whoever is booked may meet a detainer.';
  assert.equal(explain(sentence, [detainer, booking], new Set()).map(({ text }) => text).join(''), sentence);
});

test('the last word is cut off with its stop', () => {
  assert.deepEqual(tail([{ text: 'Two words.' }]), [[{ text: 'Two ' }], [{ text: 'words.' }]]);
  assert.deepEqual(tail([{ text: 'One.' }]), [[], [{ text: 'One.' }]]);
  assert.deepEqual(tail([{ text: 'A ' }, { text: 'detainer', term: detainer }]), [[{ text: 'A ' }], [{ text: 'detainer', term: detainer }]]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HARD_CAP, capped, hasHidden, lengthOf, room, tooLong } from './limit';

test('a text that is too long says by how much', () => {
  assert.equal(tooLong('a'.repeat(1500), 1500), undefined);
  assert.equal(tooLong('a'.repeat(1730), 1500), '1,730 of 1,500 characters. Shorten it by 230.');
});

test('length is counted as the server counts: trimmed, an emoji as one, a line end as one', () => {
  assert.equal(tooLong(`  ${'a'.repeat(300)}\n`, 300), undefined);
  assert.equal(tooLong('😀'.repeat(300), 300), undefined);
  assert.match(tooLong('😀'.repeat(301), 300) ?? '', /^301 of 300/);
  assert.equal(tooLong('a\r\n'.repeat(150), 300), undefined);
});

test('the count shows near the limit and not before', () => {
  assert.equal(room('a'.repeat(1349), 1500), undefined);
  assert.equal(room('a'.repeat(1350), 1500), '1,350 of 1,500 characters');
  assert.equal(room('a'.repeat(1501), 1500), '1,501 of 1,500 characters. Shorten it by 1.');
});

test('characters that cannot be shown are found before the server refuses them', () => {
  assert.ok(hasHidden('one\u202eeno'));
  assert.ok(hasHidden('bell\u0007bell'));
  assert.ok(hasHidden('half \ud83d a pair'));
  assert.ok(!hasHidden('two\nlines,\ta tab, 😀 and “quotes”'));
});

test('far beyond the limit a text ends, and never inside a character', () => {
  assert.equal(capped('a'.repeat(HARD_CAP)).length, HARD_CAP);
  assert.equal(capped('a'.repeat(HARD_CAP + 9)).length, HARD_CAP);
  assert.equal(capped(`${'a'.repeat(HARD_CAP - 1)}😀`).length, HARD_CAP - 1);
});

// The same table stands in StudentTextTests.
test('a character is what a reader takes for one, in every script', () => {
  const one = ['é', 'e\u0301', '👨‍👩‍👧‍👦', '🇺🇸', '👍🏽', 'क्षि', 'กำ', '한', 'بً', 'שָׁ', 'x\u0301\u0302'];
  for (const text of one) assert.equal(lengthOf(`${'a'.repeat(60)}${text}`), 61, text);
  assert.equal(lengthOf('مرحبا بالعالم'), 13);
  assert.equal(lengthOf('👍🏽 नमस्ते'), 5);
});

test('a pile of accents counts, so that nobody fills the log with one letter', () => {
  assert.equal(lengthOf(`a${'\u0301'.repeat(999)}`), 334);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard, DebateView, MyDebate } from '../contract';
import { EMPTY, cardOf, fieldOf, formOf, problems, read, sideOf, submit, type Form } from './form';

const card: ArgumentCard = { author: 'Calm Otter', kind: 'argue', side: 'duty', claim: 'One rule is fair.', basis: 'value', reason: 'It is the same for all.', quotations: [{ passage: 'r.1.1', title: 'T', paragraph: 1, exact: 'one rule' }], version: 1 };
const debate: DebateView = { kind: 'debate', prompt: 'Q', sides: 'both', order: ['a1'], cards: { a1: card } };
const full: Form = { ...formOf(card), side: 'duty' };

test('an empty argument says what is missing, field by field', () => {
  assert.deepEqual(Object.keys(problems({ kind: 'argue' }, EMPTY, undefined, true)), ['side', 'claim', 'basis', 'reason', 'quotations']);
  assert.deepEqual(problems({ kind: 'argue' }, full, 'duty', true), {});
});

test('a question needs no more than its words', () => {
  assert.deepEqual(problems({ kind: 'ask', on: 'a1' }, { ...EMPTY, claim: 'How so?' }, 'duty', true), {});
});

test('the lot decides the side; else an answer follows what it answers', () => {
  const positions = ['duty', 'choice'];
  assert.equal(sideOf({ kind: 'rebut', on: 'a1' }, EMPTY, 'choice', debate, positions), 'choice');
  assert.equal(sideOf({ kind: 'rebut', on: 'a1' }, EMPTY, undefined, debate, positions), 'choice');
  assert.equal(sideOf({ kind: 'support', on: 'a1' }, EMPTY, undefined, debate, positions), 'duty');
  assert.equal(sideOf({ kind: 'argue' }, { ...EMPTY, side: 'choice' }, undefined, debate, positions), 'choice');
});

test('a draft comes back as it was, and a broken one as the start', () => {
  assert.deepEqual(read(JSON.stringify(full), EMPTY), full);
  assert.deepEqual(read('', full), full);
  assert.deepEqual(read('{half', EMPTY), EMPTY);
});

test('what is sent leaves out what is empty', () => {
  const sent = submit('debate', { kind: 'argue' }, { ...full, link: '  ' }, 'duty');
  assert.equal(sent.link, undefined);
  assert.equal(sent.reason, 'It is the same for all.');
  assert.equal(JSON.stringify(sent).includes('"on"'), false);
});

test('a text that is too long or has hidden characters is refused at its field, before it is sent', () => {
  const found = problems({ kind: 'argue' }, { ...full, claim: 'One \u202erule', reason: 'a'.repeat(1730), link: 'b'.repeat(601) }, 'duty', true);
  assert.deepEqual(found, {
    claim: 'There are characters in the claim that cannot be shown. Type that part again.',
    reason: '1,730 of 1,500 characters. Shorten it by 230.',
    link: '601 of 600 characters. Shorten it by 1.',
  });
});

test('an answer needs the counterclaim that it answers', () => {
  assert.match(problems({ kind: 'argue' }, { ...full, answer: 'It is not.' }, 'duty', true).counterclaim ?? '', /^Write the counterclaim/);
  assert.deepEqual(problems({ kind: 'argue' }, { ...full, counterclaim: 'It is unfair.', answer: 'It is not.' }, 'duty', true), {});
  assert.deepEqual(problems({ kind: 'argue' }, { ...full, counterclaim: 'It is unfair.' }, 'duty', true), {});
});

test('a draft keeps a long paste whole', () => {
  const long = { ...full, reason: 'a'.repeat(9000) };
  assert.equal(read(JSON.stringify(long), EMPTY).reason.length, 9000);
});

test('the server’s refusal stands at the field it is about', () => {
  assert.equal(fieldOf('There are characters in the claim that cannot be shown. Type that part again.'), 'claim');
  assert.equal(fieldOf('Shorten the reason: 1,500 characters at most, it has 1,730.'), 'reason');
  assert.equal(fieldOf('Shorten the link to your reason: 600 characters at most, it has 601.'), 'link');
  assert.equal(fieldOf('Shorten the counterclaim: 600 characters at most, it has 10,000.'), 'counterclaim');
  assert.equal(fieldOf('Shorten the answer to the counterclaim: 1,000 characters at most, it has 10,000.'), 'answer');
  assert.equal(fieldOf('Write the counterclaim that you answer: what would the other side say at its strongest?'), 'counterclaim');
  assert.equal(fieldOf('Quote at least two words, so that others can see what the text says.'), 'quotations');
  assert.equal(fieldOf('“Argue the side you are given” is closed now.'), undefined);
  assert.equal(fieldOf('You have posted this already. Add something new to it.'), undefined);
});

test('the post that came of a draft is found by what it says', () => {
  const later = { ...card, claim: 'Two rules are fairer.' };
  const my: MyDebate = { kind: 'debate', order: ['a1', 'a2'], mine: { a1: { status: 'pending', card }, a2: { status: 'pending', card: later } } };
  assert.equal(cardOf({ kind: 'argue' }, my, JSON.stringify({ ...full, claim: 'One rule is fair. ' })), card);
  assert.equal(cardOf({ kind: 'argue' }, my, JSON.stringify({ ...full, claim: 'Not there yet.' })), undefined);
  assert.equal(cardOf({ kind: 'argue', argument: 'a2' }, my, ''), later);
});

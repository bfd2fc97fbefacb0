import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionCommand } from '../contract';
import { device } from './device.testing';
import type { DraftStore } from './drafts';
import { Letters } from './letters';

const answer: SessionCommand = { kind: 'quiz.answer', step: 'quiz', item: 'q1', options: ['b'] };
const keep: SessionCommand = { kind: 'reading.keep', step: 'reading', passage: 'a.1.1' };

function page(store: DraftStore | undefined, participant = 'p1', session = 'k1') {
  const letters = new Letters(session, store, () => 1000);
  return { letters, left: letters.belongTo(participant) };
}

test('what was not answered is there when the page is opened again, in its order and under its ids', () => {
  const store = device();
  const { letters } = page(store);
  letters.put('z', answer);
  letters.put('a', keep);
  assert.deepEqual(page(store).left, [{ id: 'z', command: answer }, { id: 'a', command: keep }]);
});

test('what was answered is gone, and a second look at the same page finds nothing twice', () => {
  const store = device();
  const { letters } = page(store);
  letters.put('z', answer);
  letters.put('a', keep);
  letters.drop('z');
  const again = page(store);
  assert.deepEqual(again.left, [{ id: 'a', command: keep }]);
  assert.deepEqual(again.letters.belongTo('p1'), []);
});

test('a letter written after a reload comes after those that were left', () => {
  const store = device();
  const first = page(store).letters;
  first.put('z', answer);
  first.put('y', answer);
  page(store).letters.put('a', keep);
  assert.deepEqual(page(store).left.map(({ id }) => id), ['z', 'y', 'a']);
});

test('a draft is not kept twice', () => {
  const store = device();
  page(store).letters.put('z', { kind: 'draft.keep', field: 'f', text: 'Half' });
  assert.equal(store.all.size, 0);
});

test('another student on this device neither sends nor leaves the letters of the one before', () => {
  const store = device();
  page(store).letters.put('z', answer);
  page(store, 'p1', 'k2').letters.put('other lesson', keep);
  store.setItem('civics:k1:p1:draft:f', 'kept by the drafts');
  assert.deepEqual(page(store, 'p2').left, []);
  assert.deepEqual(page(store).left, []);
  assert.deepEqual([...store.all.keys()], ['civics:k2:p1:letter:other lesson', 'civics:k1:p1:draft:f']);
});

test('once the session is over nothing is kept any more', () => {
  const store = device();
  const { letters } = page(store);
  letters.put('z', answer);
  letters.forget();
  letters.put('a', keep);
  assert.equal(store.all.size, 0);
});

test('a page without a participant keeps nothing', () => {
  const store = device();
  new Letters('k1', store).put('z', answer);
  assert.equal(store.all.size, 0);
});

test('a closed or full storage is said, so that nobody is promised anything', () => {
  const closed: DraftStore = { ...device(), setItem: () => assert.fail('closed') };
  assert.equal(new Letters('k1', undefined).canKeep, false);
  assert.equal(new Letters('k1', closed).canKeep, false);
  const store = device();
  const { letters } = page(store);
  assert.equal(letters.canKeep, true);
  store.setItem = () => assert.fail('full');
  letters.put('z', answer);
  assert.equal(letters.canKeep, false);
});

test('a letter of this student that another tab had answered is known by its key', () => {
  const { letters } = page(device());
  assert.equal(letters.answeredElsewhere('civics:k1:p1:letter:z', null), 'z');
  assert.equal(letters.answeredElsewhere('civics:k1:p1:letter:z', '{}'), undefined);
  assert.equal(letters.answeredElsewhere('civics:k1:p2:letter:z', null), undefined);
  assert.equal(letters.answeredElsewhere(null, null), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeacherView } from '../contract';
import { arrivals, author, decision, isRemoved, leftAtTheEnd } from './decide';
import { isTyping } from './typing';

const row = { key: 'debate/a1@2', step: 'debate', argument: 'a1', version: 2, seq: 7 };

test('A decision names the version that was read', () => {
  assert.deepEqual(decision(row, 'approve'), { kind: 'debate.approve', step: 'debate', argument: 'a1', version: 2 });
});

test('A note goes along only when one was written', () => {
  assert.deepEqual(decision(row, 'return', { reason: 'unclear', note: '  ' }), { kind: 'debate.return', step: 'debate', argument: 'a1', version: 2, reason: 'unclear' });
  assert.deepEqual(decision(row, 'remove', { reason: 'personal', note: ' Talk to me ' }), { kind: 'debate.remove', step: 'debate', argument: 'a1', version: 2, reason: 'personal', note: 'Talk to me' });
});

test('A held text that is no argument is released, returned or erased by the event that brought it', () => {
  const text = { key: 'teams/h9', step: 'teams', argument: '', version: 0, seq: 9, held: true as const, text: 'h9' };
  assert.deepEqual(decision(text, 'approve'), { kind: 'text.release', seq: 9 });
  assert.deepEqual(decision(text, 'return', { reason: 'personal', note: ' Please ' }), { kind: 'text.return', seq: 9, reason: 'personal', note: 'Please' });
  assert.deepEqual(decision(text, 'erase'), { kind: 'text.erase', seq: 9 });
  assert.deepEqual(decision(row, 'erase'), { kind: 'text.erase', seq: 7 });
});

test('An author is masked until the teacher asks for names', () => {
  const view = { roster: { p1: { alias: 'Calm Otter', name: 'Maya R.' } } } as unknown as TeacherView;
  assert.equal(author(view, 'p1', 'Calm Otter', false), 'Calm Otter');
  assert.equal(author(view, 'p1', 'Calm Otter', true), 'Maya R. (Calm Otter)');
});

test('An author without a seat was removed, and one who is away was not', () => {
  const view = { roster: { p1: { alias: 'Calm Otter', here: false } } } as unknown as TeacherView;
  assert.equal(isRemoved(view, 'p1'), false);
  assert.equal(isRemoved(view, 'p2'), true);
});

test('Only what is new is said aloud', () => {
  assert.equal(arrivals(['a'], ['a']), undefined);
  assert.equal(arrivals(['a', 'b'], ['b']), undefined);
  assert.equal(arrivals(['a'], ['a', 'b']), 'A new argument waits for you, 2 in all.');
  assert.equal(arrivals([], ['a', 'b']), '2 new arguments wait for you, 2 in all.');
});

test('Before the end the teacher is told what still waits', () => {
  assert.equal(leftAtTheEnd(0), undefined);
  assert.equal(leftAtTheEnd(1), '1 argument still waits. After the end it cannot be approved any more.');
  assert.equal(leftAtTheEnd(3), '3 arguments still wait. After the end they cannot be approved any more.');
});

test('Writing is told from choosing, so that shortcuts never fire in a field', () => {
  assert.equal(isTyping({ tagName: 'TEXTAREA' }), true);
  assert.equal(isTyping({ tagName: 'INPUT', type: 'text' }), true);
  assert.equal(isTyping({ tagName: 'DIV', isContentEditable: true }), true);
  assert.equal(isTyping({ tagName: 'INPUT', type: 'radio' }), false);
  assert.equal(isTyping({ tagName: 'BUTTON' }), false);
  assert.equal(isTyping(null), false);
});

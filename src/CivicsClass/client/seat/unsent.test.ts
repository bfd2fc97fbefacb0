import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard, ClassView, MyView } from '../contract';
import { EMPTY, formOf } from '../debates/form';
import { unsentIn, unsentInLesson } from './unsent';

const card: ArgumentCard = { author: 'Calm Otter', kind: 'argue', side: 'duty', claim: 'One rule is fair.', basis: 'value', reason: 'It is the same for all.', quotations: [], version: 1 };
const me: MyView = {
  id: 'p1', alias: 'Calm Otter', postingPaused: false,
  steps: { d: { kind: 'debate', order: ['a1'], mine: { a1: { status: 'returned', card } } }, r: { kind: 'reflection', answers: { q1: 'Both.' } }, s: { kind: 'sourceCheck', judgements: { c1: { verdict: 'true', reason: 'Two sources say so.', paragraph: 2 } } } },
};
const lesson = { stepOrder: ['d', 'r'], steps: { d: { title: 'Argue' }, r: { title: 'Look back' } } } as unknown as ClassView;

function drafts(all: Record<string, string>) {
  return { unsent: (beginning: string) => Object.entries(all).flatMap(([field, text]) => (field.startsWith(beginning) ? [{ field, text }] : [])) };
}

test('an argument that was never sent is there as plain text', () => {
  const form = { ...EMPTY, claim: 'Cities know best.', reason: 'They are near.', quotations: [{ passage: 'r.1.1', exact: 'near the people' }], link: 'It says so.' };
  assert.deepEqual(unsentIn('d', me, drafts({ 'debate/d/new': JSON.stringify(form), 'debate/e/new': JSON.stringify(form) })), [
    { field: 'debate/d/new', text: 'Cities know best.\n\nThey are near.\n\n“near the people”\n\nIt says so.' },
  ]);
});

test('a form without words and a revision that changes nothing are not shown', () => {
  assert.deepEqual(unsentIn('d', me, drafts({ 'debate/d/new': JSON.stringify({ ...EMPTY, side: 'duty' }), 'debate/d/a1': JSON.stringify(formOf(card)) })), []);
  assert.equal(unsentIn('d', me, drafts({ 'debate/d/a1': JSON.stringify({ ...formOf(card), reason: 'It is the same for everybody.' }) })).length, 1);
});

test('an answer that was changed and not saved is shown, a saved one is not', () => {
  assert.deepEqual(unsentIn('r', me, drafts({ 'reflection/r/q1': 'Both. ', 'reflection/r/q2': 'More time.' })), [{ field: 'reflection/r/q2', text: 'More time.' }]);
});

test('at the end everything unsent is listed with the step it belongs to', () => {
  const all = drafts({ 'reflection/r/q2': 'More time.', 'debate/d/new': JSON.stringify({ ...EMPTY, claim: 'Cities know best.' }) });
  assert.deepEqual(unsentInLesson(lesson, me, all).map(({ title, text }) => [title, text]), [['Argue', 'Cities know best.'], ['Look back', 'More time.']]);
});

test('a judgement that was changed and not saved is shown in words, a saved one is not', () => {
  const saved = { verdict: 'true', reason: 'Two sources say so. ', paragraph: 2 };
  const all = drafts({ 'sourceCheck/s/c1': JSON.stringify(saved), 'sourceCheck/s/c2': JSON.stringify({ verdict: 'opinion', reason: 'It judges', paragraph: 4 }) });
  assert.deepEqual(unsentIn('s', me, all), [{ field: 'sourceCheck/s/c2', text: 'Opinion, ¶4\n\nIt judges' }]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SideDecisions, TeacherDebate, TeacherView } from '../contract';
import { soFar } from './soFar';

const debate = (decisions: Record<string, SideDecisions>) => ({ kind: 'debate', decisions }) as unknown as TeacherDebate;
const view = (...steps: TeacherDebate[]) =>
  ({ class: { positionOrder: ['b', 'a'], stepOrder: steps.map((_, n) => `d${n}`) }, steps: Object.fromEntries(steps.map((step, n) => [`d${n}`, step])) }) as unknown as TeacherView;
const [none, some] = [{ approved: 0, returned: 0, removed: 0 }, { approved: 2, returned: 1, removed: 1 }];

test('Decisions are summed over the debates in the order of the sides', () => {
  const other = { approved: 1, returned: 0, removed: 0 };
  assert.equal(soFar(view(debate({ a: some, b: none }), debate({ a: other, b: other }))), 'approved 1 and 3, returned 0 and 1, removed 0 and 1');
});

test('A removal alone is told, and nothing before the first decision', () => {
  assert.equal(soFar(view(debate({ a: { ...none, removed: 1 }, b: none }))), 'approved 0 and 0, returned 0 and 0, removed 0 and 1');
  assert.equal(soFar(view(debate({ a: none, b: none }))), undefined);
});

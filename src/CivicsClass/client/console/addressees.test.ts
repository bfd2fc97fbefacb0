import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeacherView } from '../contract';
import { addressees, labelOf } from './addressees';

const view = {
  class: {
    stepOrder: ['debate', 'teams', 'later'], positionOrder: ['b', 'a'], positions: { a: { short: 'A' }, b: { short: 'B' } },
    steps: { debate: { title: 'Debate' }, teams: { title: 'In teams' }, later: { title: 'Later' } }, open: { debate: {}, teams: {} },
  },
  steps: { debate: { kind: 'debate', sides: 'lot', lots: { p1: 'a' } }, teams: { kind: 'controversy', teamOrder: ['t2'], teams: { t2: { number: 2 } } }, later: { kind: 'debate', sides: 'lot', lots: { p1: 'a' } } },
} as unknown as TeacherView;

test('teams and sides of opened steps can be spoken to, the latest first', () => {
  assert.deepEqual(addressees(view).map(({ label }) => label), ['Everybody', 'Team 2 · In teams', 'Pairs assigned “B” · In teams', 'Pairs assigned “A” · In teams', 'Those who argue “B” · Debate', 'Those who argue “A” · Debate']);
});

test('a debate in which each writes for both has no sides to speak to', () => {
  const both = { ...view, steps: { ...view.steps, debate: { kind: 'debate', sides: 'both', lots: {} } } } as unknown as TeacherView;
  assert.equal(addressees(both).some(({ step }) => step === 'debate'), false);
});

test('a prompt is named by whom it is for', () => {
  assert.equal(labelOf(addressees(view), {}), 'Everybody');
  assert.equal(labelOf(addressees(view), { step: 'teams', team: 't2' }), 'Team 2 · In teams');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consentWords, named, phaseAfter, placeOf } from './phases';

const phases = (['teams', 'prepare', 'present', 'agree', 'debrief'] as const).map((phase) => ({ phase, minutes: 5 }));

test('a part is counted among those the plan has', () => {
  assert.equal(placeOf(phases, 'present'), 'Part 3 of 5');
  assert.equal(placeOf(phases, 'reverse'), undefined);
  assert.deepEqual([phaseAfter(phases, 'present'), phaseAfter(phases, 'debrief')], ['agree', undefined]);
});

test('names are joined as one says them', () => assert.deepEqual([named([]), named(['Chi']), named(['Chi', 'Dee']), named(['Chi', 'Dee', 'Eli'])], ['', 'Chi', 'Chi and Dee', 'Chi, Dee and Eli']));

test('consents are counts, without those nobody chose', () => assert.equal(consentWords([2, 0, 1, 0]), 'I fully agree: 2, I can live with it: 1'));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoldMark, TeacherView } from '../contract';
import { ERASING, incidents, marksIn, reasonsOf, WHY } from './holds';

const mark = (reason: HoldMark['reason'], field = 'claim'): HoldMark => ({ field, start: 0, length: 3, reason });

test('Every reason is said once, what could harm somebody first', () => {
  assert.deepEqual(reasonsOf([mark('profanity'), mark('status'), mark('status', 'reason')]), [WHY.status, WHY.profanity]);
});

test('Marks belong to the field that they name', () => {
  assert.deepEqual(marksIn([mark('phone'), mark('email', 'reason')], 'reason'), [mark('email', 'reason')]);
  assert.deepEqual(marksIn(undefined, 'reason'), []);
});

test('Incidents are listed, the latest first, whatever became of the text', () => {
  const view = { held: { h1: { seq: 1, incident: true }, h2: { seq: 2, incident: false }, h3: { seq: 3, incident: true } } } as unknown as TeacherView;
  assert.deepEqual(incidents(view).map(({ seq }) => seq), [3, 1]);
  assert.deepEqual(incidents({} as TeacherView), []);
});

test('Erasing says what it reaches and what it does not', () => {
  for (const said of [/versions/, /drafts/, /backup/, /out of reach/]) assert.match(ERASING, said);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeacherTeam } from '../contract';
import { byNeed, unready } from './teamsByNeed';

const team = (number: number, more: Partial<TeacherTeam> = {}): TeacherTeam => ({ number, a: [], b: [], absent: [], sideA: 'x', sideB: 'y', phase: 'prepare', clock: { offsetMs: 0 }, entryOrder: [], entries: {}, progress: '', ready: false, needs: '', called: false, signed: 0, ...more });
const teams = { t1: team(1), t2: team(2, { needs: 'nothing written' }), t3: team(3, { called: true, ready: true }) };

test('Who called comes first, then who needs something', () => assert.deepEqual(byNeed({ teamOrder: ['t1', 't2', 't3'], teams }), ['t3', 't2', 't1']));

test('Nobody is late while teams still meet', () => {
  assert.deepEqual(unready({ teamOrder: ['t1', 't2', 't3'], teams, phase: 'prepare' }), ['t1', 't2']);
  assert.deepEqual(unready({ teamOrder: ['t1', 't2', 't3'], teams, phase: 'teams' }), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentStatus, ClassView, TeacherDebate, TeacherView } from '../contract';
import { evidence } from './evidence';
import { host } from './host';
import { grouped, removing, seats, span, words } from './roster';

const MINUTE_MS = 60_000;

test('A code is read in two groups', () => {
  assert.equal(grouped('K7M3QX'), 'K7M 3QX');
});

test('A span is told in words', () => {
  assert.equal(span(20_000), 'under 1 min');
  assert.equal(span(2 * MINUTE_MS + 5000), '2 min');
  assert.equal(span(60 * MINUTE_MS), '1 h');
  assert.equal(span(65 * MINUTE_MS), '1 h 5 min');
});

test('Being away is said before anything else', () => {
  const seat = { alias: 'Calm Otter', here: true, postingPaused: false, progress: '1 posted' };
  assert.equal(words(seat, 0), '1 posted');
  assert.equal(words({ ...seat, here: false, awaySince: '2026-01-01T10:00:00Z' }, Date.parse('2026-01-01T10:02:10Z')), 'away 2 min');
});

test('Students stand by the name the teacher knows, else by alias', () => {
  const seat = { here: true, postingPaused: false, progress: '' };
  const view = { rosterOrder: ['p1', 'p2', 'p3'], roster: { p1: { ...seat, alias: 'Wise Lynx', name: 'Ben' }, p2: { ...seat, alias: 'Amber Elk' }, p3: { ...seat, alias: 'Bold Jay', name: 'Ana' } } } as unknown as TeacherView;
  assert.deepEqual(seats(view).map((s) => s.label), ['Amber Elk', 'Ana', 'Ben']);
});

test('Who removes a student is told that the board stays, and of the door only what holds', () => {
  assert.match(removing(false), /already on the board stays/);
  assert.match(removing(false), /could join again, under a new seat. Choose “Lock the door”/);
  assert.match(removing(true), /While the door is locked/);
  assert.doesNotMatch(removing(true), /could join again/);
});

test('The join address is short enough to read out', () => {
  assert.equal(host('https://civics.school/join/K7M3QX'), 'civics.school/join');
  assert.equal(host('http://localhost:5080/join?code=K7M3QX'), 'localhost:5080/join');
});

test('Evidence is counted text by text, with the side of the text and not of the argument', () => {
  const argument = (status: ArgumentStatus, ...readings: string[]) => ({ status, participant: 'p1', card: { author: '', kind: 'argue', side: 'yes', claim: '', basis: 'fact', version: 1, quotations: readings.map((r) => ({ passage: `${r}.1.2`, title: r.toUpperCase(), paragraph: 1, exact: '' })) } });
  const debate = { order: ['a1', 'a2', 'a3'], arguments: { a1: argument('approved', 'law', 'voters'), a2: argument('pending', 'law'), a3: argument('removed', 'voters') } } as unknown as TeacherDebate;
  const lesson = { positions: { no: {} }, open: { reading: { kind: 'reading', readings: { voters: { side: 'no' }, law: { side: 'background' } } } } } as unknown as ClassView;
  assert.deepEqual(evidence(debate, lesson, ['approved', 'pending']), [
    { reading: 'law', title: 'LAW', times: 2 },
    { reading: 'voters', title: 'VOTERS', side: 'no', times: 1 },
  ]);
  assert.equal(evidence(debate, lesson, ['approved'])[0]!.times, 1);
});

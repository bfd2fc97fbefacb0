import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeacherArgument, TeacherView } from '../contract';
import { decided, EMPTY, follow, type Line, move, outcome, pick, type Row, waiting, waitingSince } from './line';

const row = (argument: string, version = 1): Row => ({ key: `debate/${argument}@${version}`, step: 'debate', argument, version, seq: 1 });
const [a, b, c, d] = [row('a1'), row('a2'), row('a3'), row('a4')] as [Row, Row, Row, Row];
const names = (line: Line) => line.rows.map((r) => r.argument).join(' ');
const NOBODY = new Set<string>();

test('The one that waits longest has the cursor first', () => {
  const line = follow(EMPTY, [a, b]);
  assert.equal(names(line), 'a1 a2');
  assert.equal(line.cursor, a.key);
});

test('Newcomers stand at the end and the cursor stays', () => {
  const line = follow(pick(follow(EMPTY, [a, b]), b.key), [a, b, c]);
  assert.equal(names(line), 'a1 a2 a3');
  assert.equal(line.cursor, b.key);
});

test('A decision made elsewhere moves nothing until the moderator moves', () => {
  const here = pick(follow(EMPTY, [a, b, c]), b.key);
  const line = follow(here, [b, c]);
  assert.equal(names(line), 'a1 a2 a3');
  assert.equal(line.cursor, b.key);
  const moved = move(line, 1, [b, c], NOBODY);
  assert.equal(names(moved), 'a2 a3');
  assert.equal(moved.cursor, c.key);
});

test('What was decided elsewhere below the cursor leaves at once, so that what waits is not buried', () => {
  const line = follow(follow(EMPTY, [a, b, c]), [a, c]);
  assert.equal(names(line), 'a1 a3');
  assert.equal(line.cursor, a.key);
});

test('The moderator sees what became of the last row after the cursor went back', () => {
  const mine = new Set([b.key]);
  const line = decided(pick(follow(EMPTY, [a, b]), b.key), b.key, [a, b], mine);
  assert.equal(names(follow(line, [a], mine)), 'a1 a2');
});

test('The same queue again is the same line', () => {
  const line = follow(EMPTY, [a, b]);
  assert.equal(follow(line, [a, b]), line);
});

test('After a decision the cursor goes on and the row stays until it is stored', () => {
  const line = decided(follow(EMPTY, [a, b, c]), a.key, [a, b, c], new Set([a.key]));
  assert.equal(names(line), 'a1 a2 a3');
  assert.equal(line.cursor, b.key);
  const stored = follow(line, [b, c]);
  assert.equal(names(stored), 'a1 a2 a3');
  assert.equal(stored.cursor, b.key);
});

test('After deciding the last row the cursor goes back to one that still waits', () => {
  const line = decided(pick(follow(EMPTY, [a, b]), b.key), b.key, [a, b], new Set([b.key]));
  assert.equal(line.cursor, a.key);
});

test('When everything is decided the next newcomer has the cursor', () => {
  const busy = new Set([a.key]);
  const empty = decided(follow(EMPTY, [a]), a.key, [a], busy);
  assert.equal(empty.cursor, undefined);
  assert.equal(follow(empty, [d], busy).cursor, d.key);
});

test('When the only one was decided elsewhere the next newcomer has the cursor', () => {
  const gone = follow(follow(EMPTY, [a]), []);
  assert.equal(gone.cursor, a.key);
  assert.equal(follow(gone, [d]).cursor, d.key);
});

test('Moving stops at the ends', () => {
  const line = follow(EMPTY, [a, b]);
  assert.equal(move(line, -1, [a, b], NOBODY).cursor, a.key);
  assert.equal(move(move(line, 1, [a, b], NOBODY), 1, [a, b], NOBODY).cursor, b.key);
});

test('Moving passes over what is being decided', () => {
  assert.equal(move(follow(EMPTY, [a, b, c]), 1, [a, b, c], new Set([b.key])).cursor, c.key);
});

test('A revision is a row of its own, at the end', () => {
  const line = follow(follow(EMPTY, [a, b]), [b, row('a1', 2)]);
  assert.deepEqual(line.rows.map((r) => r.key), [a.key, b.key, 'debate/a1@2']);
});

test('A row that no longer waits says how it ended', () => {
  const argument = (part: Partial<TeacherArgument>, version = 1) =>
    ({ status: 'approved', participant: 'p1', card: { author: '', kind: 'argue', side: 's', claim: '', basis: 'fact', quotations: [], version }, ...part }) as TeacherArgument;
  assert.equal(outcome(a, argument({ status: 'returned', decision: 'Returned: claim missing' })), 'Returned: claim missing');
  assert.equal(outcome(a, argument({ status: 'withdrawn' })), 'Withdrawn by its author');
  assert.match(outcome(a, argument({ status: 'pending' }, 2)), /Changed by its author/);
  assert.equal(outcome(a, undefined), 'Withdrawn by its author');
});

const holding = (argument: string): Row => ({ ...row(argument), held: true });

test('What is held comes next below the cursor, and nothing above it moves', () => {
  const line = follow(pick(follow(EMPTY, [a, b, c]), b.key), [a, b, c, holding('a7'), d]);
  assert.equal(names(line), 'a1 a2 a7 a3 a4');
  assert.equal(line.cursor, b.key);
  assert.equal(names(follow(line, [holding('a8'), a, b, c, holding('a7'), d])), 'a1 a2 a7 a8 a3 a4');
});

test('The queue begins with what is held, texts of every kind', () => {
  const argument = (version: number, more: object = {}) => ({ seq: 10, card: { version }, waitingSince: 'at', ...more });
  const view = {
    class: { stepOrder: ['debate', 'teams'] },
    steps: { debate: { kind: 'debate', queue: ['a1', 'a2'], arguments: { a1: argument(1), a2: argument(3, { held: [{}] }) } } },
    held: { h30: { seq: 30, step: 'teams', waits: true, at: 'then' }, h9: { seq: 9, step: 'debate', waits: false } },
  } as unknown as TeacherView;
  const rows = waiting(view);
  assert.deepEqual(rows.map((r) => r.key), ['teams/h30', 'debate/a2@3', 'debate/a1@1']);
  assert.equal(waitingSince(view, rows[0]!), 'then');
  assert.equal(waitingSince(view, rows[2]!), 'at');
});

test('Sixty that wait are judged one key each, and what comes in meanwhile never moves the cursor', () => {
  let now: Row[] = Array.from({ length: 60 }, (_, n) => row(`a${n + 1}`));
  let line = follow(EMPTY, now);
  const busy = new Set<string>();
  const seen: string[] = [];
  for (let n = 0; n < 60; n++) {
    const at = line.cursor!;
    seen.push(at);
    // While the teacher reads: one more comes in, every tenth of them held, and a decision of some moments ago is stored.
    now = [...now, n % 10 === 0 ? holding(`b${n}`) : row(`b${n}`)].filter((r) => !busy.has(r.key) || r.key === seen.at(-2));
    const before = line.rows.findIndex((r) => r.key === at);
    line = follow(line, now, busy);
    assert.equal(line.cursor, at);
    assert.equal(line.rows.findIndex((r) => r.key === at), before);
    busy.add(at);
    line = decided(line, at, now, busy);
  }
  assert.equal(new Set(seen).size, 60);
  assert.equal(seen.filter((key) => key.startsWith('debate/b')).length, 6);
});

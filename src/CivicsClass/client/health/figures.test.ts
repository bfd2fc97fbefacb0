import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHARTS, type Sample, ceiling, inWords, points, summary, verdict } from './figures';

const quiet: Sample = { at: 0, students: 0, teachers: 0, walls: 0, sessions: 0, joins: 0, commits: 0, batch: 0, storeMs: 0, mailbox: 0, showMs: 0, resyncs: 0, refused: 0, failed: 0, processor: 2, memoryMb: 200 };
const minutes = (count: number, sample: Partial<Sample> = {}) => Array.from({ length: count * 12 }, () => ({ ...quiet, ...sample }));
const [students, store] = [CHARTS[0]!, CHARTS[1]!];

test('a quiet server is well', () => {
  assert.equal(verdict({ every: 5, samples: minutes(2) }).kind, 'well');
});

test('before the first sample it says what it waits for', () => {
  assert.equal(verdict({ every: 5, samples: [] }).kind, 'waiting');
});

test('what could not be stored comes first, and is forgotten after a minute', () => {
  const trouble = [...minutes(1), { ...quiet, failed: 3, storeMs: 900 }];
  assert.equal(verdict({ every: 5, samples: trouble }).kind, 'trouble');
  assert.equal(verdict({ every: 5, samples: [...trouble, ...minutes(1)] }).kind, 'well');
});

test('slow storing, a full mailbox and a busy processor are told', () => {
  assert.match(verdict({ every: 5, samples: [{ ...quiet, storeMs: 251 }] }).text, /Storing takes long/);
  assert.match(verdict({ every: 5, samples: [{ ...quiet, mailbox: 1_001 }] }).text, /very busy/);
  assert.match(verdict({ every: 5, samples: minutes(1, { processor: 95 }) }).text, /processor/);
  assert.equal(verdict({ every: 5, samples: [...minutes(1), { ...quiet, processor: 95 }] }).kind, 'well');
});

test('where nothing was measured stands a dash, where nobody is stands a nought', () => {
  assert.equal(inWords(0, store), '–');
  assert.equal(inWords(0, students), '0');
  assert.equal(inWords(3.26, store), '3.3 ms');
  assert.equal(inWords(1234.4, students), '1,234');
});

test('the average of a time leaves out the stretches in which nothing happened', () => {
  const samples = [quiet, { ...quiet, storeMs: 2, students: 4 }, { ...quiet, storeMs: 4 }];
  assert.deepEqual(summary(samples, store), { now: 4, highest: 4, average: 3 });
  assert.equal(summary(samples, students).average, 4 / 3);
});

test('the newest value stands at the right edge and the highest fits', () => {
  assert.deepEqual(points([0, 5, 10], 10, 100, 50, 3), [[0, 50], [50, 25], [100, 0]]);
  assert.deepEqual(points([10], 10, 100, 50, 3), [[100, 0]]);
  assert.deepEqual(points([0], 0, 100, 50, 3), [[100, 50]]);
});

test('a scale ends at a round number', () => {
  assert.deepEqual([0, 0.3, 1, 7, 12, 450].map(ceiling), [1, 0.5, 1, 10, 20, 500]);
});

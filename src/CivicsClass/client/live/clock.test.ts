import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asClock, asWords, Clock, milestone, remainingMs } from './clock';

test('the server’s time is read from an answer, half the way back', () => {
  let device = 1_000_000;
  const clock = new Clock(() => device);
  device += 200;
  clock.answered(5_000_000, 1_000_000);
  assert.equal(clock.now(), 5_000_100);
  device += 1000;
  assert.equal(clock.now(), 5_001_100);
});

test('a late message does not set the clock back, a leap of the device’s clock is followed', () => {
  let device = 1000;
  const clock = new Clock(() => device);
  clock.answered(1000, 1000);
  clock.heard(400);
  assert.equal(clock.now(), 1000);
  device += 3_600_000;
  clock.heard(2000);
  assert.equal(clock.now(), 2000);
});

test('time left follows the end, the rest while stopped, and nothing without a limit', () => {
  assert.equal(remainingMs({ endsAt: '1970-01-01T00:00:10Z', paused: false, up: false }, 4000), 6000);
  assert.equal(remainingMs({ endsAt: '1970-01-01T00:00:10Z', paused: false, up: false }, 40_000), 0);
  assert.equal(remainingMs({ remainingMs: 5000, paused: true, up: false }, 4000), 5000);
  assert.equal(remainingMs({ paused: false, up: false }, 4000), undefined);
  assert.equal(remainingMs({ endsAt: '1970-01-01T00:00:10Z', paused: false, up: true }, 4000), 0);
});

test('time is written calmly', () => {
  assert.equal(asClock(61_000), '1:01');
  assert.equal(asClock(60_200), '1:00');
  assert.equal(asClock(59_300), '1:00');
  assert.equal(asClock(900), '0:01');
  assert.equal(asClock(0), '0:00');
  assert.equal(asWords(431_000), '7 min left');
  assert.equal(asWords(45_000), '0:45 left');
});

test('time is announced at milestones only, each once', () => {
  const said = (before: number | undefined, after: number | undefined) => milestone({ endsAt: 'then', left: before }, { endsAt: 'then', left: after });
  assert.equal(said(300_900, 299_900), '5 minutes left.');
  assert.equal(said(299_900, 298_900), undefined);
  assert.equal(said(60_500, 59_500), '1 minute left.');
  assert.equal(said(90_000, 9_000), '10 seconds left.');
  assert.equal(said(840_000, 240_000), undefined);
  assert.equal(said(undefined, 50_000), undefined);
  assert.equal(said(9_000, 60_000), undefined);
  assert.equal(said(11_000, 0), undefined);
});

test('a step that opens with other time than the one before announces nothing', () => {
  assert.equal(milestone({ endsAt: 'then', left: 330_000 }, { endsAt: 'later', left: 240_000 }), undefined);
  assert.equal(milestone({ endsAt: undefined, left: 330_000 }, { endsAt: 'later', left: 240_000 }), undefined);
});

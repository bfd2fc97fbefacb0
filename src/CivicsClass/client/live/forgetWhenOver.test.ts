import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase } from '../contract';
import { forgetWhenOver } from './forgetWhenOver';
import type { Live, Status } from './live';

function page() {
  let change = () => {};
  let forgotten = 0;
  const live = {
    status: 'live' as Status,
    wasSentAway: false,
    views: { class: { phase: 'running' as Phase } },
    forget: () => forgotten++,
    subscribe: (listener: () => void) => ((change = listener), () => void (change = () => {})),
  };
  forgetWhenOver(live as unknown as Live<{ class: { phase: Phase } }>);
  return { live, change: () => change(), forgotten: () => forgotten };
}

test('a lesson that goes on and a lost connection keep what the device holds', () => {
  const { live, change, forgotten } = page();
  change();
  live.status = 'reconnecting';
  change();
  assert.equal(forgotten(), 0);
});

test('the end of the session clears the device once', () => {
  const { live, change, forgotten } = page();
  live.views.class.phase = 'ended';
  change();
  change();
  assert.equal(forgotten(), 1);
});

test('a removed student’s device is cleared', () => {
  const { live, change, forgotten } = page();
  live.status = 'removed';
  change();
  assert.equal(forgotten(), 0, 'turned away, not sent away');
  live.wasSentAway = true;
  change();
  assert.equal(forgotten(), 1);
});

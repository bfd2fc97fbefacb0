import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionStatus, TimerView, WallStepView } from '../contract';
import { isDiscussed } from './isDiscussed';

const asked = (status: QuestionStatus) => ({ kind: 'quiz', question: { status } }) as unknown as WallStepView;
const timer = (up: boolean) => ({ up, paused: false }) as TimerView;

test('Once the answer is shown, the time that ran out is not told any more', () => {
  assert.equal(isDiscussed({ step: asked('closed'), timer: timer(true) }), false);
  assert.equal(isDiscussed({ step: asked('revealed'), timer: timer(true) }), true);
});

test('Time that runs is always told', () => {
  assert.equal(isDiscussed({ step: asked('revealed'), timer: timer(false) }), false);
  assert.equal(isDiscussed({ step: undefined, timer: timer(true) }), false);
});

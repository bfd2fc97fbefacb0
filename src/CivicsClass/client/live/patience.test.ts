import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Unanswered } from './outbox';
import { askAgain, within } from './patience';

const settle = () => new Promise((turn) => setImmediate(turn));

test('an answer that comes in time counts, and a refusal is passed on', async () => {
  assert.equal(await within(1000, Promise.resolve(7)), 7);
  await assert.rejects(within(1000, Promise.reject(new Error('cut'))), /cut/);
});

test('an answer that does not come is given up', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const call = within(1000, new Promise(() => {}));
    mock.timers.tick(1000);
    await assert.rejects(call, Unanswered);
  } finally {
    mock.timers.reset();
  }
});

test('a question without an answer is asked again soon, then after twice as long, until one is answered', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const asked: ((reply: string) => void)[] = [];
    const answer = askAgain(1000, () => new Promise<string>((resolve) => asked.push(resolve)));
    assert.equal(asked.length, 1);
    mock.timers.tick(1000);
    assert.equal(asked.length, 2);
    mock.timers.tick(1000);
    assert.equal(asked.length, 3);
    mock.timers.tick(1999);
    assert.equal(asked.length, 3);
    mock.timers.tick(1);
    assert.equal(asked.length, 4);
    asked[1]!('here');
    assert.equal((await answer).reply, 'here');
    await settle();
    mock.timers.tick(60_000);
    assert.equal(asked.length, 4);
  } finally {
    mock.timers.reset();
  }
});

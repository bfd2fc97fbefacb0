import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Wire } from './connection';
import { startLive } from './live';
import { Refused, type Reply } from './outbox';
import type { Version } from './views';

interface Views {
  class: { n: number };
  my: { id: string; n: number };
}

/** A server of one page: it can be cut, may stay silent, and remembers what it was asked. */
function room() {
  const heard = new Map<string, (...args: never[]) => void>();
  const entered: unknown[] = [];
  const asked: { id: string; answer(reply: Reply): void; fail(): void }[] = [];
  let close = () => {};
  const state = { version: [1, 1] as Version, n: 1, isDown: false, connected: false, silent: 0 };
  const wire: Wire = {
    start: async () => {
      if (state.isDown) throw new Error('down');
      state.connected = true;
    },
    stop: async () => {
      state.connected = false;
    },
    invoke: <T,>(method: string, ...args: unknown[]) => {
      if (method === 'Enter') {
        entered.push(args[0]);
        if (state.silent-- > 0) return new Promise<T>(() => {});
        return Promise.resolve({ now: 5000, views: { class: { version: state.version, view: { n: state.n } }, my: { version: state.version, view: { id: 'p1', n: state.n } } } } as T);
      }
      return new Promise<T>((resolve, reject) => asked.push({ id: String(args[0]), answer: (reply) => resolve(reply as T), fail: () => reject(new Error('cut')) }));
    },
    on: (method, hear) => void heard.set(method, hear),
    onclose: (hear) => (close = hear),
  };
  const say = (method: string, ...args: unknown[]) => (heard.get(method) as (...args: unknown[]) => void)(...args);
  const live = startLive<Views>({ hub: '/s/k1/student', audiences: ['class', 'my'], wire });
  return { live, state, entered, asked, say, cut: () => (asked.forEach((one) => one.fail()), close()) };
}

async function until(condition: () => boolean, patienceMs = 4000): Promise<void> {
  for (const end = Date.now() + patienceMs; !condition(); await new Promise((turn) => setImmediate(turn))) assert.ok(Date.now() < end, 'it did not happen in time');
}

test('a page enters, shows the views and applies patches', async () => {
  const { live, say } = room();
  await until(() => live.status === 'live');
  assert.equal(live.views.class?.n, 1);
  say('Patch', 'class', [1, 1], [1, 2], { n: 2 });
  assert.equal(live.views.class?.n, 2);
});

test('a gap and a beacon of something missed both lead to entering again with what is held', async () => {
  const { live, state, entered, say } = room();
  await until(() => live.status === 'live');
  assert.deepEqual(entered, [{ gzip: [] }]);
  Object.assign(state, { version: [1, 5], n: 5 });
  say('Patch', 'class', [1, 4], [1, 5], { n: 5 });
  await until(() => live.views.class?.n === 5);
  assert.deepEqual(entered[1], { class: [1, 1], my: [1, 1], gzip: [] });
  Object.assign(state, { version: [1, 6], n: 6 });
  say('Beacon', { class: [1, 6] }, 6000);
  await until(() => live.views.class?.n === 6);
});

test('an answer names the class version, so that a lost patch is noticed without a beacon', async () => {
  const { live, state, asked, entered } = room();
  await until(() => live.status === 'live');
  const done = live.do({ kind: 'norms.accept', step: 'norms' });
  await until(() => asked.length === 1);
  Object.assign(state, { version: [1, 7], n: 7 });
  asked[0]?.answer({ seq: 2, class: [1, 7] });
  await done;
  await until(() => live.views.class?.n === 7);
  assert.equal(entered.length, 2);
});

test('a page whose question for the whole view was lost asks again, and goes on following patches', async () => {
  const { live, state, entered, say } = room();
  await until(() => live.status === 'live');
  Object.assign(state, { version: [1, 5], n: 5, silent: 1 });
  say('Patch', 'class', [1, 4], [1, 5], { n: 5 });
  await until(() => live.views.class?.n === 5, 10_000);
  assert.equal(entered.length, 3);
  say('Patch', 'class', [1, 5], [1, 6], { n: 6 });
  assert.equal(live.views.class?.n, 6);
});

test('a command whose answer was lost on a standing connection goes again under its id', async () => {
  const { live, asked } = room();
  await until(() => live.status === 'live');
  const done = live.do({ kind: 'norms.accept', step: 'norms' });
  await until(() => asked.length === 2, 10_000);
  assert.equal(asked[1]?.id, asked[0]?.id);
  asked[1]?.answer({ seq: 4 });
  assert.deepEqual(await done, { seq: 4 });
  asked[0]?.answer({ seq: 4 });
});

test('after a cut the page comes back by itself and the command goes again under its id', async () => {
  const { live, state, asked, cut } = room();
  await until(() => live.status === 'live');
  const done = live.do({ kind: 'norms.accept', step: 'norms' });
  await until(() => asked.length === 1);
  state.isDown = true;
  cut();
  await until(() => live.status === 'reconnecting');
  state.isDown = false;
  await until(() => live.status === 'live' && asked.length === 2);
  assert.equal(asked[1]?.id, asked[0]?.id);
  asked[1]?.answer({ seq: 9 });
  assert.deepEqual(await done, { seq: 9 });
});

test('a command is done for its student only when its effect shows', async () => {
  const { live, asked, say } = room();
  await until(() => live.status === 'live');
  let isDone = false;
  const done = live.do({ kind: 'norms.accept', step: 'norms' }).then(() => (isDone = true));
  await until(() => asked.length === 1);
  asked[0]?.answer({ seq: 2, my: [1, 2] });
  await new Promise((turn) => setImmediate(turn));
  assert.equal(isDone, false);
  say('Patch', 'my', [1, 1], [1, 2], { n: 2 });
  await done;
  assert.equal(live.views.my?.n, 2);
});

test('a removed student stays out, with the sentence', async () => {
  const { live, state, say } = room();
  await until(() => live.status === 'live');
  say('Removed', 'Your teacher has removed you.');
  assert.equal(live.status, 'removed');
  await until(() => !state.connected);
  await assert.rejects(live.do({ kind: 'norms.accept', step: 'norms' }), (why: Refused) => why.sentence === 'Your teacher has removed you.');
});

test('a page whose student has left the seat stops, and keeps what the device holds', async () => {
  const { live, say, asked } = room();
  await until(() => live.status === 'live');
  const waiting = live.do({ kind: 'norms.accept', step: 'norms' });
  await until(() => asked.length === 1);
  say('TurnedAway', 'Reload the page to go on.');
  assert.equal(live.status, 'removed');
  assert.equal(live.removed, 'Reload the page to go on.');
  assert.equal(live.wasSentAway, false);
  await assert.rejects(waiting, Refused);
});

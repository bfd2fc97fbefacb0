import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../live/outbox';
import { Keeping } from './keeping';

function server() {
  const asked: { passage: string; keep: boolean; store(): void; refuse(sentence: string): void }[] = [];
  let changes = 0;
  const keeping = new Keeping(
    (passage, keep) => new Promise((resolve, reject) => void asked.push({ passage, keep, store: () => resolve({}), refuse: (sentence) => reject(new Refused(sentence)) })),
    () => changes++,
  );
  return { keeping, asked, changes: () => changes };
}

test('a sentence is being saved until the server has stored it', async () => {
  const { keeping, asked, changes } = server();
  const outcome = keeping.toggle('r.1.1', false);
  assert.ok(keeping.isSaving('r.1.1'));
  assert.deepEqual(keeping.coming, ['r.1.1']);
  asked[0]!.store();
  assert.equal(await outcome, 'kept');
  assert.ok(!keeping.isSaving('r.1.1'));
  assert.deepEqual(keeping.coming, []);
  assert.equal(changes(), 2);
});

test('a refusal takes the sentence back and says why, until the next tap', async () => {
  const { keeping, asked } = server();
  const outcome = keeping.toggle('r.1.1', false);
  asked[0]!.refuse('Your tray is full.');
  assert.equal(await outcome, 'refused');
  assert.ok(!keeping.isSaving('r.1.1'));
  assert.deepEqual(keeping.coming, []);
  assert.equal(keeping.refusal('r.1.1'), 'Your tray is full.');
  void keeping.toggle('r.1.1', false);
  assert.equal(keeping.refusal('r.1.1'), undefined);
  assert.deepEqual(asked.map(({ keep }) => keep), [true, true]);
});

test('a second tap takes the first one back, and only the last one counts', async () => {
  const { keeping, asked } = server();
  const first = keeping.toggle('r.1.1', false);
  const second = keeping.toggle('r.1.1', false);
  assert.deepEqual(asked.map(({ keep }) => keep), [true, false]);
  asked[0]!.store();
  assert.equal(await first, undefined);
  assert.ok(keeping.isSaving('r.1.1'));
  asked[1]!.store();
  assert.equal(await second, 'dropped');
  assert.ok(!keeping.isSaving('r.1.1'));
});

test('a refusal waits for whoever has left the text, until it is read', async () => {
  const { keeping, asked } = server();
  const outcome = keeping.toggle('r.1.1', false);
  keeping.read('r.1.1');
  assert.ok(keeping.isSaving('r.1.1'));
  assert.deepEqual(keeping.refused, []);
  asked[0]!.refuse('Your tray is full.');
  await outcome;
  assert.deepEqual(keeping.refused, [{ passage: 'r.1.1', keep: true, sentence: 'Your tray is full.' }]);
  keeping.read('r.1.1');
  assert.deepEqual(keeping.refused, []);
});

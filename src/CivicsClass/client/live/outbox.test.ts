import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionCommand } from '../contract';
import { Elsewhere, Outbox, Refused, Unanswered, type Reply } from './outbox';

const accept: SessionCommand = { kind: 'norms.accept', step: 'norms' };
const keep: SessionCommand = { kind: 'reading.keep', step: 'reading', passage: 'a.1.1' };

/** A server that is asked and answers when the test says so. */
function server() {
  const asked: { id: string; command: SessionCommand; answer(reply: Reply): Promise<void>; fail(why?: Error): Promise<void> }[] = [];
  const retries: (() => void)[] = [];
  const deaf: number[] = [];
  const device = new Map<string, SessionCommand>();
  let ids = 0;
  const settle = () => new Promise<void>((done) => setImmediate(done));
  const outbox = new Outbox(
    (id, command) =>
      new Promise((resolve, reject) => {
        asked.push({ id, command, answer: (reply) => (resolve(reply), settle()), fail: (why = new Error('gone')) => (reject(why), settle()) });
      }),
    () => `id${++ids}`,
    (again) => retries.push(again),
    () => deaf.push(asked.length),
    { put: (id, command) => void device.set(id, command), drop: (id) => void device.delete(id) },
  );
  return { asked, retries, deaf, device, outbox, settle };
}

test('a command waits until the page has entered', async () => {
  const { asked, outbox } = server();
  const done = outbox.do(accept);
  assert.equal(asked.length, 0);
  outbox.connected();
  await asked[0]!.answer({ seq: 7 });
  assert.deepEqual(await done, { seq: 7, my: undefined });
  assert.equal(outbox.isEmpty, true);
});

test('a command is sent again under the same id after a reconnect', async () => {
  const { asked, outbox } = server();
  outbox.connected();
  const done = outbox.do(accept);
  outbox.disconnected();
  await asked[0]!.fail();
  assert.equal(asked.length, 1);
  outbox.connected();
  assert.equal(asked.length, 2);
  assert.equal(asked[1]!.id, asked[0]!.id);
  await asked[1]!.answer({ seq: 3 });
  assert.equal((await done).seq, 3);
});

test('an answer that comes late for a command sent twice counts once', async () => {
  const { asked, outbox } = server();
  outbox.connected();
  const done = outbox.do(accept);
  outbox.disconnected();
  outbox.connected();
  await asked[0]!.answer({ seq: 3 });
  await asked[1]!.answer({ seq: 3 });
  assert.equal((await done).seq, 3);
});

test('commands keep their order, one at a time', async () => {
  const { asked, outbox } = server();
  outbox.connected();
  void outbox.do(accept);
  void outbox.do(keep);
  assert.equal(asked.length, 1);
  await asked[0]!.answer({ seq: 1 });
  assert.equal(asked[1]!.command, keep);
});

test('a refusal carries the server’s sentence and the next command goes on', async () => {
  const { asked, outbox } = server();
  outbox.connected();
  const refused = outbox.do(accept);
  const next = outbox.do(keep);
  const failure = assert.rejects(refused, (why: Refused) => why.sentence === 'Accept the norms first.');
  await asked[0]!.answer({ refused: 'Accept the norms first.' });
  await failure;
  await asked[1]!.answer({ seq: 2 });
  assert.equal((await next).seq, 2);
});

test('a failure on a living connection is tried again, and given up in the end with a sentence', async () => {
  const { asked, retries, outbox } = server();
  outbox.connected();
  const failure = assert.rejects(outbox.do(accept), (why: Refused) => why.sentence.includes('could not be saved'));
  for (let attempt = 0; attempt < 16; attempt++) {
    await asked[attempt]!.fail();
    retries.shift()?.();
  }
  await failure;
  assert.equal(asked.length, 16);
  assert.equal(new Set(asked.map(({ id }) => id)).size, 1);
});

test('lost connections do not add up to giving a command up', async () => {
  const { asked, retries, outbox } = server();
  const done = outbox.do(accept);
  for (let lost = 0; lost < 20; lost++) {
    outbox.connected();
    // The call fails before the page hears that the connection is gone.
    await asked.at(-1)!.fail();
    outbox.disconnected();
    retries.shift()?.();
  }
  outbox.connected();
  await asked.at(-1)!.answer({ seq: 4 });
  assert.equal((await done).seq, 4);
  assert.equal(asked.length, 21);
});

test('what an earlier connection still owes neither counts nor sends again', async () => {
  const { asked, retries, outbox } = server();
  outbox.connected();
  void outbox.do(accept);
  await asked[0]!.fail();
  outbox.disconnected();
  outbox.connected();
  retries.shift()?.();
  assert.equal(asked.length, 2);
  outbox.disconnected();
  outbox.connected();
  await asked[1]!.fail();
  assert.equal(asked.length, 3);
  assert.equal(retries.length, 0);
});

test('a removed student’s waiting commands are refused with the sentence', async () => {
  const { outbox } = server();
  const failure = assert.rejects(outbox.do(accept), (why: Refused) => why.sentence === 'You were removed.');
  outbox.close('You were removed.');
  await failure;
});

test('after two tries on a standing connection it says that it is held up, until the answer comes', async () => {
  const { asked, retries, outbox } = server();
  outbox.connected();
  const done = outbox.do(accept);
  await asked[0]!.fail();
  assert.equal(outbox.isHeldUp, false);
  retries.shift()!();
  await asked[1]!.fail();
  assert.equal(outbox.isHeldUp, true);
  retries.shift()!();
  await asked[2]!.answer({ seq: 7 });
  await done;
  assert.equal(outbox.isHeldUp, false);
});

test('a connection that leaves a command without an answer three times is given up, and the command goes on by the next', async () => {
  const { asked, retries, deaf, outbox } = server();
  outbox.connected();
  const done = outbox.do(accept);
  for (let silence = 0; silence < 3; silence++) {
    assert.deepEqual(deaf, []);
    await asked[silence]!.fail(new Unanswered());
    retries.pop()?.();
  }
  assert.deepEqual(deaf, [3]);
  assert.equal(asked.length, 3);
  outbox.disconnected();
  outbox.connected();
  await asked[3]!.answer({ seq: 5 });
  assert.equal(asked[3]!.id, asked[0]!.id);
  assert.equal((await done).seq, 5);
});

test('a command is on the device from the tap until the answer, refused ones too', async () => {
  const { asked, device, outbox } = server();
  const done = outbox.do(accept);
  const refused = assert.rejects(outbox.do(keep), Refused);
  assert.deepEqual([...device], [['id1', accept], ['id2', keep]]);
  outbox.connected();
  await asked[0]!.answer({ seq: 1 });
  await done;
  assert.deepEqual([...device.keys()], ['id2']);
  await asked[1]!.answer({ refused: 'Too late.' });
  await refused;
  assert.equal(device.size, 0);
});

test('a page that must stop leaves on the device what was not answered', async () => {
  const { device, outbox } = server();
  const failure = assert.rejects(outbox.do(accept), Refused);
  outbox.close('Reload the page to go on.');
  await failure;
  assert.equal(device.size, 1);
});

test('what an earlier page left goes first and under its old id', async () => {
  const { asked, outbox } = server();
  const left = outbox.goOnWith('old', keep);
  outbox.connected();
  void outbox.do(accept);
  assert.deepEqual([asked.length, asked[0]!.id], [1, 'old']);
  await asked[0]!.answer({ seq: 4 });
  assert.equal((await left).seq, 4);
  assert.equal(asked[1]!.command, accept);
});

test('what another tab has had answered is not sent again; what was done here still is', async () => {
  const { asked, outbox } = server();
  const left = assert.rejects(outbox.goOnWith('old', keep), Elsewhere);
  void outbox.do(accept);
  outbox.answeredElsewhere('old');
  outbox.answeredElsewhere('id1');
  await left;
  outbox.connected();
  assert.deepEqual(asked.map(({ id }) => id), ['id1']);
});

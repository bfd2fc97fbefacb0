import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../live/outbox';
import { EMPTY, draftField, submit, type Target } from './form';
import { Posts } from './posts';

const target: Target = { kind: 'argue' };
const field = draftField('d1', target);
const command = submit('d1', target, { ...EMPTY, claim: 'Cities should decide.' }, 'for');

function server() {
  const answers: { store(): void; refuse(sentence: string): void }[] = [];
  const kept = new Map([[field, 'what was typed']]);
  const posts = new Posts({
    do: () => new Promise((resolve, reject) => void answers.push({ store: () => resolve({}), refuse: (sentence) => reject(new Refused(sentence)) })),
    drafts: { text: (name) => kept.get(name) ?? '', clear: (name) => void kept.delete(name) },
  });
  return { posts, answers, kept };
}

test('a post is on its way until it is stored, and then its draft is gone', async () => {
  const { posts, answers, kept } = server();
  const outcome = posts.send(target, command);
  assert.ok(posts.isSending(field));
  assert.ok(kept.has(field));
  answers[0]!.store();
  assert.equal(await outcome, 'sent');
  assert.ok(!posts.isSending(field));
  assert.ok(!kept.has(field));
});

test('a refusal waits with its sentence and its draft until it is read', async () => {
  const { posts, answers, kept } = server();
  let heard = 0;
  posts.subscribe(() => heard++);
  const outcome = posts.send(target, command);
  answers[0]!.refuse('“Debate” is closed now.');
  assert.equal(await outcome, 'refused');
  assert.deepEqual(posts.refused, [{ field, step: 'd1', target, sentence: '“Debate” is closed now.' }]);
  assert.ok(!posts.isSending(field));
  assert.ok(kept.has(field));
  assert.equal(heard, 2);
  posts.read(field);
  assert.deepEqual(posts.refused, []);
});

test('reading forgets no post that is still on its way', async () => {
  const { posts, answers } = server();
  const outcome = posts.send(target, command);
  posts.read(field);
  assert.ok(posts.isSending(field));
  answers[0]!.store();
  await outcome;
});

test('what was typed after sending stays a draft', async () => {
  const { posts, answers, kept } = server();
  const outcome = posts.send(target, command);
  kept.set(field, 'a second thought');
  answers[0]!.store();
  assert.equal(await outcome, 'typed on');
  assert.equal(kept.get(field), 'a second thought');
});

test('sending again takes the earlier refusal away', async () => {
  const { posts, answers } = server();
  const first = posts.send(target, command);
  answers[0]!.refuse('No.');
  await first;
  const second = posts.send(target, command);
  assert.deepEqual(posts.refused, []);
  answers[1]!.store();
  assert.equal(await second, 'sent');
});

test('two taps in the same moment send one post', async () => {
  const { posts, answers } = server();
  const first = posts.send(target, command);
  const second = posts.send(target, command);
  assert.equal(answers.length, 1);
  assert.equal(await second, 'on its way');
  answers[0]!.store();
  assert.equal(await first, 'sent');
  assert.deepEqual(posts.refused, []);
});

test('a refused answer waits too, apart from the posts', async () => {
  const { posts, answers } = server();
  const outcome = posts.answer({ kind: 'reflection.write', step: 'r1', prompt: 'q2', text: 'Both.' });
  assert.ok(posts.isSending('reflection/r1/q2'));
  answers[0]!.refuse('The lesson has ended.');
  assert.equal(await outcome, 'refused');
  assert.deepEqual(posts.refused, []);
  assert.deepEqual(posts.refusedAnswers, [{ field: 'reflection/r1/q2', step: 'r1', sentence: 'The lesson has ended.' }]);
  posts.read('reflection/r1/q2');
  assert.deepEqual(posts.refusedAnswers, []);
});

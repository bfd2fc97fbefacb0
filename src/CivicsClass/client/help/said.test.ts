import assert from 'node:assert/strict';
import { test } from 'node:test';
import { news, said, waitingFor, type Heard } from './said';

const nothing: Heard = { class: {}, my: {} };
const now: Heard = {
  class: { moment: 'Who pays?' },
  my: {
    help: {
      order: ['q1', 'q2'],
      questions: { q1: { text: 'May I quote twice?', stage: 'answered', answer: 'Yes.' }, q2: { text: 'What is a detainer?', stage: 'open' } },
      prompts: [{ id: 'h1', to: 'side', text: 'Look at paragraph 3.' }],
    },
  },
};

test('the question of the moment stands first, then prompts, then answers', () => {
  assert.deepEqual(said(now).map(({ heading }) => heading), ['Question of the moment', 'From your teacher, to your side', 'Your teacher answered you']);
  assert.equal(said(now)[2]!.asked, 'May I quote twice?');
  assert.deepEqual(said(nothing), []);
});

test('only what is new is said', () => {
  assert.equal(news(nothing, now).length, 3);
  assert.deepEqual(news(now, now), []);
  assert.deepEqual(news(now, { class: { moment: 'Who decides?' }, my: now.my }), ['Question of the moment: Who decides?']);
});

test('an answer that the teacher changed is new again', () => {
  const changed: Heard = { ...now, my: { help: { ...now.my.help!, questions: { ...now.my.help!.questions, q1: { text: 'May I quote twice?', stage: 'answered', answer: 'Yes, twice.' } } } } };
  assert.deepEqual(news(now, changed), ['Your teacher answered you: Yes, twice.']);
});

test('a student learns that their question was raised', () => {
  const raised: Heard = { ...now, my: { help: { ...now.my.help!, questions: { ...now.my.help!.questions, q2: { text: 'What is a detainer?', stage: 'raised' } } } } };
  assert.match(news(now, raised).join(), /without your name/);
});

test('open questions are counted', () => {
  assert.equal(waitingFor(now.my.help), 1);
  assert.equal(waitingFor(undefined), 0);
});

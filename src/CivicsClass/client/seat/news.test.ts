import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures, type Pack } from '../dev/fixtures';
import { news, stillBack } from './news';
import type { StudentViews } from './step';

const item = (id: string) => ({ id, kind: 'single' as const, stem: 'Why?', optionOrder: ['a', 'b'], options: { a: 'So.', b: 'Otherwise.' }, key: ['a'], feedback: {}, explanation: 'Because.', restsOn: [] });
const pack: Pack = { question: 'Should they?', norms: [], readings: {}, glossary: [], quiz: [item('i1'), item('i2')], prompts: [] };
const all = fixtures(pack);
const screen = (name: string): StudentViews => ({ class: all[name]!.class, my: all[name]!.my });
const said = (before: string, now: string) => news(screen(before), screen(now)).map(({ says }) => says);

test('A question that closes and an answer that is shown are told, by number', () => {
  assert.deepEqual(said('quiz-open', 'quiz-closed'), ['Question 2 is closed.']);
  assert.deepEqual(said('quiz-closed', 'quiz-revealed'), ['The answer to question 2 is shown.']);
});

test('Whoever has just arrived hears nothing, and whoever stays hears nothing twice', () => {
  assert.deepEqual(said('lobby', 'quiz-revealed'), []);
  assert.deepEqual(said('quiz-revealed', 'quiz-revealed'), []);
  assert.deepEqual(said('debate-returned', 'debate-returned'), []);
});

test('All answers shown at once are one piece of news', () => {
  const before = screen('quiz-self');
  const now = structuredClone(before);
  const quiz = now.class.open.quiz;
  assert.ok(quiz?.kind === 'quiz');
  for (const question of Object.values(quiz.questions)) question.status = 'revealed';
  assert.deepEqual(news(before, now).map(({ says }) => says), ['The answers are shown.']);
});

test('A post of one’s own that waits is no news, and its approval is', () => {
  assert.deepEqual(said('debate-empty', 'debate'), []);
  assert.deepEqual(said('debate', 'debate-approved'), ['Your post is on the board: “One nation needs one rule about who may stay.”']);
});

test('A post that was sent back says why, and waits to be looked at until it is revised', () => {
  const [told, ...more] = news(screen('debate'), screen('debate-returned'));
  assert.deepEqual(more, []);
  assert.match(told?.says ?? '', /^Your teacher sent a post back to you: “One nation.*Say it again in shorter sentences\.$/);
  const back = [told!.cameBack!];
  assert.deepEqual(back, [{ step: 'debate', argument: 'a9', as: 'returned' }]);
  assert.deepEqual(stillBack(back, all['debate-returned']!.my), back);
  assert.deepEqual(stillBack(back, all.debate!.my), []);
});

test('A post that was taken off the board comes back as removed', () => {
  assert.equal(news(screen('debate-approved'), screen('debate-removed'))[0]?.cameBack?.as, 'removed');
});

test('A revision that was decided between two looks is news too', () => {
  const before = screen('debate-returned');
  const now = structuredClone(before);
  const mine = now.my.steps.debate;
  assert.ok(mine?.kind === 'debate');
  mine.mine.a9!.card.version = 2;
  assert.equal(news(before, now).length, 1);
});

test('A verdict that comes out is told, by number, and all at once together', () => {
  assert.deepEqual(said('check', 'check-revealed'), ['The verdict on claim 2 is shown.']);
  const now = structuredClone(screen('check-revealed'));
  const check = now.class.open.sourceCheck;
  assert.ok(check?.kind === 'sourceCheck');
  for (const claim of Object.values(check.claims)) claim.revealed ??= Object.values(check.claims).find(({ revealed }) => revealed)?.revealed;
  assert.deepEqual(news(screen('check'), now).map(({ says }) => says), ['The verdicts are shown.']);
});

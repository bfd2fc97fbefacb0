import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MyReflection, ReflectionView } from '../contract';
import { problem, stored } from './answer';

const view: ReflectionView = { kind: 'reflection', order: ['q1', 'q2'], prompts: { q1: 'A?', q2: 'B?' } };
const my = (answers: Record<string, string>): MyReflection => ({ kind: 'reflection', answers });

test('the teacher has only what is stored', () => {
  assert.equal(stored(view, my({})), 'No answer of yours is saved.');
  assert.equal(stored(view, my({ q2: 'Both.' })), 'Your teacher has 1 of your 2 answers.');
  assert.equal(stored(view, my({ q1: 'One.', q2: 'Both.' })), 'Your teacher has your answers.');
});

test('an answer that is too long says by how much', () => {
  assert.equal(problem('a'.repeat(2000)), undefined);
  assert.equal(problem('a'.repeat(2230)), '2,230 of 2,000 characters. Shorten it by 230.');
  assert.match(problem('a\u202eb') ?? '', /cannot be shown/);
});

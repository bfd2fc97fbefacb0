import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionCommand } from '../contract';
import { EMPTY, submit } from '../debates/form';
import { clearDraft } from './leftBehind';

function drafts(texts: Record<string, string>) {
  return { texts, text: (field: string) => texts[field] ?? '', clear: (field: string) => void delete texts[field] };
}

const form = { ...EMPTY, claim: ' Trust is part of safety. ', reason: 'People who fear do not call.' };
const post = JSON.parse(JSON.stringify(submit('debate', { kind: 'argue' }, form, 'yes'))) as SessionCommand;

test('a post that went out after a reload takes its draft along', () => {
  const mine = drafts({ 'debate/debate/new': JSON.stringify(form) });
  clearDraft(post, mine);
  assert.deepEqual(mine.texts, {});
});

test('a judgement that went out after a reload takes its draft along, unless it was changed since', () => {
  const judgement: SessionCommand = { kind: 'sourceCheck.judge', step: 'check', claim: 'c1', verdict: 'true', reason: 'Two sources say so.', paragraph: 2 };
  const mine = drafts({ 'sourceCheck/check/c1': JSON.stringify({ verdict: 'false', reason: 'Two sources say so.', paragraph: 2 }) });
  clearDraft(judgement, mine);
  assert.equal(Object.keys(mine.texts).length, 1);
  clearDraft({ ...judgement, verdict: 'false' }, mine);
  assert.deepEqual(mine.texts, {});
});

test('what was typed since stays', () => {
  const mine = drafts({ 'debate/debate/new': JSON.stringify({ ...form, reason: 'Something else' }), 'reflection/end/p1': 'More' });
  clearDraft(post, mine);
  clearDraft({ kind: 'reflection.write', step: 'end', prompt: 'p1', text: 'Less' }, mine);
  assert.equal(Object.keys(mine.texts).length, 2);
  clearDraft({ kind: 'reflection.write', step: 'end', prompt: 'p1', text: 'More' }, mine);
  assert.equal(Object.keys(mine.texts).length, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard, DebateView } from '../contract';
import { roots, thread } from './thread';

const card = (side: string, on?: string): ArgumentCard => ({ author: 'A', kind: on ? 'rebut' : 'argue', on, side, claim: 'c', basis: 'fact', quotations: [], version: 1 });
const view: DebateView = {
  kind: 'debate',
  prompt: 'Q',
  sides: 'lot',
  order: ['a1', 'a2', 'a3', 'a4', 'a5'],
  cards: { a1: card('x'), a2: card('y', 'a1'), a3: card('x'), a4: card('x', 'a2'), a5: card('y', 'a9') },
};

test('each side has its arguments, the newest first', () => assert.deepEqual(roots(view, 'x'), ['a3', 'a1']));

test('answers stand beneath the first argument, whatever their side', () => assert.deepEqual(thread(view, 'a1'), ['a2', 'a4']));

test('an answer to something that is gone stands alone', () => assert.deepEqual(roots(view, 'y'), ['a5']));

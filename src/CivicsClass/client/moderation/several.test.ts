import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeacherArgument } from '../contract';
import type { Row } from './line';
import { together } from './together';

test('What is held is never approved together with others', () => {
  const row = (argument: string, more: Partial<Row> = {}): Row => ({ key: argument, step: 'debate', argument, version: 1, seq: 1, ...more });
  const found: Record<string, TeacherArgument> = { a1: {} as TeacherArgument, a2: { held: [{}] } as unknown as TeacherArgument };
  const rows = together([row('a1'), row('a2', { held: true }), row('', { text: 'h9', held: true }), row('a9')], ({ argument }) => found[argument]);
  assert.deepEqual(rows.map((r) => r.argument), ['a1']);
});

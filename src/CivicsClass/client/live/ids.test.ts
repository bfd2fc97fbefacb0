import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId, uuidOf } from './ids';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id is a UUID, with and without a secure context', () => {
  assert.match(newId(), UUID);
  assert.match(uuidOf(new Uint8Array(16).fill(255)), UUID);
  assert.match(uuidOf(new Uint8Array(16)), UUID);
});

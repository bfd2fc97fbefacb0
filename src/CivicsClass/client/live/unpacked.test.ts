import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { CAN_UNPACK, unpacked } from './unpacked';

test('a packed view is the same view, and one that came as it is stays', async () => {
  const view = { cards: { a1: { claim: 'من يقرر؟ 👍🏽' } } };
  const views = await unpacked({ class: { version: [1, 7], packed: gzipSync(JSON.stringify(view)).toString('base64') }, my: { version: [1, 2], view: { id: 'p1' } }, wall: { version: [1, 3] } });
  assert.deepEqual(views.class!.view, view);
  assert.deepEqual([views.my!.view, views.wall!.view], [{ id: 'p1' }, undefined]);
});

test('a browser that can unpack says so', () => assert.deepEqual(CAN_UNPACK, { gzip: [] }));

import assert from 'node:assert/strict';
import test from 'node:test';
import { DeviceCopy, pairsOf, same } from './kept';

const store = () => {
  const items = new Map<string, string>();
  return { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value), removeItem: (key: string) => void items.delete(key) };
};

test('What was typed comes back from the device until it is forgotten', () => {
  const device = store();
  const kept = { token: 't1', at: 5, pairs: [['title', 'A “title”\nwith two lines']] as [string, string][] };
  assert.equal(new DeviceCopy(device, 'a').write(kept), true);
  assert.deepEqual(new DeviceCopy(device, 'a').read(), kept);
  assert.equal(new DeviceCopy(device, 'b').read(), undefined);
  new DeviceCopy(device, 'a').forget();
  assert.equal(new DeviceCopy(device, 'a').read(), undefined);
});

test('A device that keeps nothing says so, and what is no copy is not taken for one', () => {
  const full = { ...store(), setItem: () => { throw new Error('full'); } };
  assert.equal(new DeviceCopy(full, 'a').write({ token: '', at: 0, pairs: [] }), false);
  assert.equal(new DeviceCopy(undefined, 'a').write({ token: '', at: 0, pairs: [] }), false);
  const odd = store();
  odd.setItem('a', '{"pairs":7}');
  assert.equal(new DeviceCopy(odd, 'a').read(), undefined);
  odd.setItem('a', '{broken');
  assert.equal(new DeviceCopy(odd, 'a').read(), undefined);
});

test('Only what belongs to the part is compared, whatever the line ends', () => {
  const form = pairsOf([['__RequestVerificationToken', 'x'], ['token', 'y'], ['title', 'T'], ['image', {}], ['body', 'a\r\nb']]);
  assert.deepEqual(form, [['title', 'T'], ['body', 'a\r\nb']]);
  assert.equal(same(form, [['title', 'T'], ['body', 'a\nb']]), true);
  assert.equal(same(form, [['title', 'T']]), false);
  assert.equal(same(form, [['title', 'U'], ['body', 'a\nb']]), false);
});

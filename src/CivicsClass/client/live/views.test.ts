import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Views, type Version } from './views';

const patch = (from: Version, to: Version, patch: unknown, audience = 'class') => ({ audience, from, to, patch });

function entered(version: Version, view: unknown): Views {
  const views = new Views();
  views.entered({ class: { version, view } });
  return views;
}

test('a patch from the held version is applied', () => {
  const views = entered([1, 4], { n: 4 });
  assert.equal(views.receive(patch([1, 4], [1, 6], { n: 6 })), 'applied');
  assert.deepEqual(views.get('class'), { n: 6 });
  assert.deepEqual(views.have(), { class: [1, 6] });
});

test('a patch from another version is a gap and changes nothing', () => {
  const views = entered([1, 4], { n: 4 });
  assert.equal(views.receive(patch([1, 5], [1, 6], { n: 6 })), 'gap');
  assert.deepEqual(views.get('class'), { n: 4 });
});

test('a patch to something already held is passed over', () => {
  const views = entered([1, 4], { n: 4 });
  assert.equal(views.receive(patch([1, 2], [1, 3], { n: 3 })), 'known');
  assert.equal(views.receive(patch([1, 3], [1, 4], { n: 4 })), 'known');
});

test('a patch of another epoch is a gap', () => {
  const views = entered([1, 4], { n: 4 });
  assert.equal(views.receive(patch([2, 0], [2, 1], { n: 1 })), 'gap');
});

test('patches wait while the page enters, then follow the whole view', () => {
  const views = entered([1, 1], { n: 1 });
  views.holdBack();
  assert.equal(views.receive(patch([1, 2], [1, 3], { n: 3 })), 'held');
  assert.equal(views.receive(patch([1, 3], [1, 5], { n: 5 })), 'held');
  assert.deepEqual(views.get('class'), { n: 1 });
  assert.equal(views.entered({ class: { version: [1, 3], view: { n: 3 } } }), false);
  assert.deepEqual(views.get('class'), { n: 5 });
});

test('a gap among the patches that waited is told', () => {
  const views = new Views();
  views.holdBack();
  views.receive(patch([1, 7], [1, 8], { n: 8 }));
  assert.equal(views.entered({ class: { version: [1, 3], view: { n: 3 } } }), true);
});

test('entering with the newest version keeps the held view', () => {
  const views = entered([1, 4], { n: 4 });
  const before = views.get('class');
  views.holdBack();
  assert.equal(views.entered({ class: { version: [1, 4] } }), false);
  assert.equal(views.get('class'), before);
});

test('a beacon shows whether something was missed', () => {
  const views = entered([1, 4], { n: 4 });
  assert.equal(views.isBehind({ class: [1, 4] }), false);
  assert.equal(views.isBehind({ class: [1, 3] }), false);
  assert.equal(views.isBehind({ class: [1, 5] }), true);
  assert.equal(views.isBehind({ class: [2, 0] }), true);
  assert.equal(views.isBehind({ other: [1, 9] }), false);
});

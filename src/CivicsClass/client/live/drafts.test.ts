import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { device } from './device.testing';
import { Drafts, isTooLongToKeep, newer, type DraftStore } from './drafts';

function drafts(store = device(), now = () => 1000) {
  const kept: [string, string][] = [];
  const made = new Drafts('k1', store, async (field, text) => void kept.push([field, text]), now);
  made.belongTo('p1');
  return { drafts: made, kept, store };
}

test('typing is on the device at once and on the server after a pause', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { drafts: mine, kept, store } = drafts();
    mine.write('reflection/q1', 'I thi');
    mine.write('reflection/q1', 'I think');
    assert.match(store.all.get('civics:k1:p1:draft:reflection/q1') ?? '', /I think/);
    assert.deepEqual(kept, []);
    mock.timers.tick(1600);
    assert.deepEqual(kept, [['reflection/q1', 'I think']]);
  } finally {
    mock.timers.reset();
  }
});

test('a draft comes back after a reload', () => {
  const store = device();
  drafts(store).drafts.write('f', 'still here');
  assert.equal(drafts(store).drafts.text('f'), 'still here');
});

test('another participant on the same device sees nothing of it', () => {
  const store = device();
  drafts(store).drafts.write('f', 'mine');
  const other = drafts(store).drafts;
  other.belongTo('p2');
  assert.equal(other.text('f'), '');
});

test('the server’s newer draft is used, its older one is not', () => {
  assert.equal(newer(undefined, { text: 'from the other device', at: 5 }), 'server');
  assert.equal(newer({ text: 'old', at: 5 }, { text: 'new', at: 6 }), 'server');
  assert.equal(newer({ text: 'new', at: 6 }, { text: 'old', at: 5 }), 'device');
  assert.equal(newer({ text: 'new', at: 0 }, { text: 'newer', at: '1970-01-01T00:00:05Z' }), 'server');
});

test('what this device sent a moment ago is no news, though its stamp is later', () => {
  assert.equal(newer({ text: 'I think so', at: 100, kept: 'I think' }, { text: 'I think', at: 130 }), 'device');
});

test('entering takes the newer text and tells whoever shows it', () => {
  const { drafts: mine } = drafts();
  mine.write('f', 'old');
  let told = 0;
  mine.subscribe('f', () => told++);
  mine.entered({ f: { text: 'typed on another device', at: 9000 } });
  assert.equal(mine.text('f'), 'typed on another device');
  assert.equal(told, 1);
  mine.flush();
});

test('a draft whose post is acknowledged stays forgotten', async () => {
  const { drafts: mine, kept, store } = drafts();
  mine.write('f', 'my claim');
  mine.clear('f');
  assert.equal(mine.text('f'), '');
  assert.equal(store.all.size, 0);
  mine.entered({ f: { text: 'my claim', at: 900 } });
  assert.equal(mine.text('f'), '');
  mine.flush();
  assert.equal(kept.filter(([, text]) => text !== '').length, 0);
});

test('a cleared draft leaves nothing on the device, even when its last keeping is answered later', async () => {
  const store = device();
  const answers: (() => void)[] = [];
  const mine = new Drafts('k1', store, () => new Promise<void>((resolve) => answers.push(resolve)), () => 1000);
  mine.belongTo('p1');
  mine.write('f', 'my claim');
  mine.flush();
  mine.clear('f');
  answers.shift()?.();
  await new Promise((turn) => setImmediate(turn));
  assert.deepEqual([...store.all], []);
  mine.entered({ f: { text: 'my claim', at: 900 } });
  assert.equal(mine.text('f'), '');
  mine.write('f', 'a second one');
  assert.match(store.all.get('civics:k1:p1:draft:f') ?? '', /a second one/);
  mine.forget();
});

test('when the session is over, nothing of it stays on the device or comes back', () => {
  const { drafts: mine, kept, store } = drafts();
  mine.write('f', 'my claim');
  mine.write('g', 'my reason');
  store.setItem('civics:k1:p1:word', 'maple-canyon-27');
  store.setItem('civics:k2:p1:draft:f', 'another class');
  let told = 0;
  mine.subscribe('f', () => told++);
  mine.forget();
  assert.deepEqual([...store.all.keys()], ['civics:k2:p1:draft:f']);
  assert.equal(told, 1);
  mine.write('f', 'typed after the end');
  mine.entered({ g: { text: 'from the server', at: 9000 } });
  mine.flush();
  assert.equal(mine.text('g'), 'my reason');
  assert.equal(store.all.size, 1);
  assert.deepEqual(kept, []);
  assert.equal(drafts(store).drafts.text('f'), '', 'the next page knows nothing of it');
});

test('when the session is over, the open page still knows what was not sent, also what it had not shown yet', () => {
  const store = device();
  const before = drafts(store).drafts;
  before.write('debate/d/new', 'an argument');
  before.write('reflection/r/q1', 'a thought');
  before.write('reflection/r/q2', 'a sent thought');
  before.clear('reflection/r/q2');
  const { drafts: mine } = drafts(store);
  mine.forget();
  assert.deepEqual(mine.unsent('debate/d/'), [{ field: 'debate/d/new', text: 'an argument' }]);
  assert.deepEqual(mine.unsent('reflection/'), [{ field: 'reflection/r/q1', text: 'a thought' }]);
  mine.clear('reflection/r/q1');
  assert.deepEqual(mine.unsent('reflection/'), [], 'an answer stored at the last moment');
  before.flush();
});

test('an emptied text is a draft, a sent one is none', () => {
  const { drafts: mine } = drafts();
  assert.ok(!mine.has('f'));
  mine.write('f', 'x');
  mine.write('f', '');
  assert.ok(mine.has('f'));
  mine.clear('f');
  assert.ok(!mine.has('f'));
});

test('what another tab sends is no draft here any more', () => {
  const { first, second } = twoTabs();
  second.write('f', 'a few');
  assert.equal(first.text('f'), 'a few');
  first.write('f', 'a few words more');
  assert.equal(second.text('f'), 'a few words more');
  first.clear('f');
  assert.ok(!second.has('f'));
  assert.equal(second.sentElsewhere('f')?.text, 'a few words more');
  assert.equal(first.sentElsewhere('f'), undefined);
  second.write('f', 'a new one');
  assert.equal(second.sentElsewhere('f'), undefined);
  assert.equal(first.text('f'), 'a new one');
  first.forget();
  second.forget();
});

test('what this tab typed while another one was sending is kept', () => {
  const { first, second, hearLater } = twoTabs();
  first.write('f', 'a few');
  const deliver = hearLater();
  second.write('f', 'a few words from here');
  first.clear('f');
  deliver();
  assert.equal(second.text('f'), 'a few words from here');
  assert.equal(first.text('f'), 'a few words from here');
  first.forget();
  second.forget();
});

test('a session that is over in another tab takes nothing from this one', () => {
  const { first, second } = twoTabs();
  first.write('f', 'a thought');
  first.forget();
  assert.equal(second.text('f'), 'a thought');
  second.forget();
});

test('what the server would not take is not sent to it', () => {
  assert.ok(!isTooLongToKeep('a'.repeat(10_000)));
  assert.ok(isTooLongToKeep('a'.repeat(10_001)));
  assert.ok(isTooLongToKeep('\u0001'.repeat(6000)), 'longer on the wire than it looks');
});

/** Two pages over one device; each hears what the other stores, as browsers tell it. */
function twoTabs() {
  const store = device();
  const tabs: Drafts[] = [];
  let now = 1000;
  let waiting: (() => void)[] | undefined;
  const tell = (from: number, key: string, value: string | null) => {
    const hear = () => tabs[1 - from]?.changedElsewhere(key, value);
    if (waiting) waiting.push(hear);
    else hear();
  };
  for (const at of [0, 1]) {
    const view: DraftStore = {
      get length() {
        return store.length;
      },
      key: store.key,
      getItem: store.getItem,
      setItem: (key, value) => (store.setItem(key, value), tell(at, key, value)),
      removeItem: (key) => (store.removeItem(key), tell(at, key, null)),
    };
    tabs.push(new Drafts('k1', view, async () => {}, () => now++));
  }
  for (const tab of tabs) tab.belongTo('p1');
  const hearLater = () => {
    waiting = [];
    return () => {
      const heard = waiting ?? [];
      waiting = undefined;
      heard.forEach((hear) => hear());
    };
  };
  return { first: tabs[0]!, second: tabs[1]!, hearLater };
}

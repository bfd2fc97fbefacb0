import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArgumentCard, ArgumentKind } from '../contract';
import { layOut } from './map';
import cases from './map.cases.json';
import { Threads } from './thread';

const card = (side: string, on?: string, kind: ArgumentKind = on ? 'rebut' : 'argue'): ArgumentCard => ({ author: 'A', kind, on, side, claim: 'c', basis: 'fact', quotations: [], version: 1 });
const sides = ['x', 'y'];

test('what rebuts stands across from what it answers, what supports beneath it', () => {
  const cards = { a1: card('x'), a2: card('y', 'a1'), a3: card('x', 'a1', 'support') };
  assert.deepEqual(layOut(new Threads({ order: Object.keys(cards), cards }), sides).places, [
    { id: 'a1', strip: 0, half: 0, row: 0 },
    { id: 'a2', strip: 0, half: 1, row: 0 },
    { id: 'a3', strip: 0, half: 0, row: 1 },
  ]);
});

test('every card has a place of its own, with 5 and with 200, in one strip and in eight', () => {
  for (const count of [0, 1, 5, 200])
    for (const strips of [1, 8]) {
      const cards: Record<string, ArgumentCard> = {};
      for (let n = 0; n < count; n++) {
        const on = n % 3 === 0 ? undefined : `a${Math.floor(n / 2)}`;
        cards[`a${n}`] = on && cards[on] ? card(n % 2 ? cards[on]!.side : cards[on]!.side === 'x' ? 'y' : 'x', on) : card(n % 2 ? 'x' : 'y');
      }
      const map = layOut(new Threads({ order: Object.keys(cards), cards }), sides, strips);
      assert.equal(map.places.length, count);
      assert.equal(new Set(map.places.map(({ strip, half, row }) => `${strip} ${half} ${row}`)).size, count);
      assert.ok(map.strips <= strips);
      for (const { id, half, row, strip } of map.places) assert.ok(half === sides.indexOf(cards[id]!.side) && row < map.rows && strip < map.strips);
    }
});

// The server draws the same map for the report (MapLayoutTests): both keep to these cases.
for (const { name, strips, board, places, usedStrips, rows } of cases)
  test(`on the map ${name}`, () => {
    const cards = Object.fromEntries(board.map((line) => line.split(' ')).map(([id, side, on]) => [id!, card(side!, on)]));
    const map = layOut(new Threads({ order: Object.keys(cards), cards }), sides, strips);
    assert.deepEqual(map.places.map((place) => `${place.id} ${place.strip} ${place.half} ${place.row}`), places);
    assert.deepEqual([map.strips, map.rows], [usedStrips, rows]);
  });

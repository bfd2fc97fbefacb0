import type { Threads } from './thread';

/** A card's place on the map, in cells: which of the strips that stand side by side, which half of it, and which line. */
export interface Place {
  id: string;
  strip: number;
  /** 0 or 1: the position's place in the session's order. */
  half: number;
  row: number;
}

export interface Map {
  places: Place[];
  strips: number;
  rows: number;
}

/** Each side has its half. A thread takes lines of its own; what answers from the other side stands across from what it answers,
 *  or as near below it as there is room. With more than one strip the threads go on at the top of the next one. */
export function layOut(threads: Threads, sides: readonly string[], strips = 1): Map {
  const roots = sides.flatMap((side) => threads.roots(side)).sort((a, b) => threads.all(b).length - threads.all(a).length);
  const blocks = roots.map((root) => block(threads, root, sides));
  const total = blocks.reduce((sum, each) => sum + each.rows, 0);
  const most = Math.max(Math.ceil(total / strips), ...blocks.map((each) => each.rows), 1);
  const places: Place[] = [];
  let [strip, row, rows] = [0, 0, 0];
  // Threads without answers fill both halves line by line, one from each side.
  for (const each of pair(blocks)) {
    if (row > 0 && row + each.rows > most && strip + 1 < strips) [strip, row] = [strip + 1, 0];
    for (const place of each.places) places.push({ ...place, strip, row: row + place.row });
    row += each.rows;
    rows = Math.max(rows, row);
  }
  return { places, strips: strip + 1, rows };
}

interface Block {
  places: Omit<Place, 'strip'>[];
  rows: number;
}

function block(threads: Threads, root: string, sides: readonly string[]): Block {
  const next = [0, 0];
  const places: Block['places'] = [];
  const put = (id: string, least: number, from: number | undefined) => {
    const half = Math.max(0, sides.indexOf(threads.cards[id]!.side));
    const row = Math.max(next[half]!, half === from ? least + 1 : least);
    next[half] = row + 1;
    places.push({ id, half, row });
    for (const answer of threads.answers(id)) put(answer, row, half);
  };
  put(root, 0, undefined);
  return { places, rows: Math.max(...next) };
}

/** Two arguments that nobody has answered, one of each side, share a line. */
function pair(blocks: Block[]): Block[] {
  const isAlone = (each: Block) => each.places.length === 1;
  const talk = blocks.filter((each) => !isAlone(each));
  const halves = [0, 1].map((half) => blocks.filter((each) => isAlone(each) && each.places[0]!.half === half));
  const lines = Array.from({ length: Math.max(halves[0]!.length, halves[1]!.length) }, (_, at): Block => ({ rows: 1, places: halves.flatMap((half) => half[at]?.places ?? []) }));
  return [...talk, ...lines];
}

import { useReducer, useRef } from 'preact/hooks';
import type { Desk } from '../console/desk';
import { announce } from '../parts/Announcer';
import { decision, type Verb } from './decide';
import { decided, EMPTY, follow, type Line, move, pick, type Row, waiting } from './line';

export type Because = { reason: string; note: string };

/** A decision on its way, stored, or refused with the server's sentence. */
export type Mark = { verb: Verb; state: 'sending' | 'stored' } | { refused: string };

/** The queue as it stands on the screen: where the cursor is, and what became of each decision. */
export function useQueue(desk: Desk) {
  const [, render] = useReducer<number, void>((n) => n + 1, 0);
  const held = useRef<Line>(EMPTY);
  const marks = useRef(new Map<string, Mark>());
  const busy = () => new Set([...marks.current].filter(([, mark]) => 'verb' in mark).map(([key]) => key));
  const now = waiting(desk.view);
  const line = (held.current = follow(held.current, now, busy()));

  const change = (next: Line) => {
    held.current = next;
    render();
  };

  return {
    line,
    now,
    marks: marks.current as ReadonlyMap<string, Mark>,
    move: (by: 1 | -1) => change(move(held.current, by, now, busy())),
    pick: (row: Row) => change(pick(held.current, row.key)),
    async decide(row: Row, verb: Verb, because?: Because): Promise<void> {
      const before = marks.current.get(row.key);
      if (before && 'verb' in before) return;
      marks.current.set(row.key, { verb, state: 'sending' });
      change(decided(held.current, row.key, now, busy()));
      const refused = await desk.send(decision(row, verb, because));
      marks.current.set(row.key, refused === undefined ? { verb, state: 'stored' } : { refused });
      if (refused !== undefined) announce(refused);
      render();
    },
  };
}

import { useReducer, useRef } from 'preact/hooks';
import type { Desk } from '../console/desk';
import { announce } from '../parts/Announcer';
import { decision, type Verb } from './decide';
import { undoable, type Undoable, undoCommand } from './undo';
import { decided, EMPTY, follow, type Line, move, pick, type Row, waiting } from './line';

export type Because = { reason: string; note: string };

/** A decision on its way, stored, or refused with the server's sentence. */
export type Mark = { verb: Verb; state: 'sending' | 'stored' } | { refused: string };

/** The queue as it stands on the screen: where the cursor is, and what became of each decision. */
export function useQueue(desk: Desk) {
  const [, render] = useReducer<number, void>((n) => n + 1, 0);
  const held = useRef<Line>(EMPTY);
  const marks = useRef(new Map<string, Mark>());
  const last = useRef<Undoable | undefined>(undefined);
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
    last: last.current,
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
      else last.current = undoable(row, verb, desk.now);
      render();
    },
    /** The row waits again where it stood, and has the cursor. */
    async undo(): Promise<void> {
      const it = last.current;
      last.current = undefined;
      if (it === undefined) return;
      const refused = await desk.send(undoCommand(it));
      if (refused === undefined) {
        marks.current.delete(it.row.key);
        if (held.current.rows.some((row) => row.key === it.row.key)) held.current = pick(held.current, it.row.key);
      }
      announce(refused ?? 'Undone. It waits for you again.');
      render();
    },
  };
}

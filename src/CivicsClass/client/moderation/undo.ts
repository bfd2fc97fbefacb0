import type { TeacherCommand } from '../contract';
import { DONE, type Verb } from './decide';
import type { Row } from './line';

export const UNDO_MS = 10_000;

/** The last decision that was stored here, and until when it can be taken back (server time). */
export type Undoable = { row: Row; verb: Verb; until: number };

/** Erasing is for good, and what others wait for outside the queue has gone on. */
export function undoable(row: Row, verb: Verb, now: number): Undoable | undefined {
  return verb === 'erase' || row.text !== undefined ? undefined : { row, verb, until: now + UNDO_MS };
}

export function undoCommand({ row: { step, argument, version } }: Undoable): TeacherCommand {
  return { kind: 'debate.undo', step, argument, version };
}

/** Such as 'Approved. 8 s to undo'; absent once the time is over. */
export function undoWords(last: Undoable | undefined, now: number): string | undefined {
  if (last === undefined || now >= last.until) return undefined;
  return `${DONE[last.verb]}. ${Math.ceil((last.until - now) / 1000)} s to undo`;
}

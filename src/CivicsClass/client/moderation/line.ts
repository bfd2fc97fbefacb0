import type { TeacherArgument, TeacherView } from '../contract';
import { debateOf, debates } from '../console/classroom';

/** One version of one argument, as it came to wait. A revision is a new row. */
export type Row = {
  key: string;
  step: string;
  argument: string;
  version: number;
  /** Of the event that brought it. */
  seq: number;
  /** It came held: it stands before what is not. */
  held?: true;
  /** A held text that is no argument, by its place in the view. */
  text?: string;
};

/** What stands in the queue and which row has the cursor. A row that was decided stays in its place until the moderator moves, so that nothing shifts
 * under the hand; below the cursor it goes at once, where only the moderator's own decisions stay to be seen. */
export type Line = { rows: readonly Row[]; cursor?: string };

export const EMPTY: Line = { rows: [] };

/** Everything that waits for a decision: what is held first, then the longest waiting. */
export function waiting(view: TeacherView): Row[] {
  const texts = Object.entries(view.held ?? {}).filter(([, text]) => text.waits).map(([id, { step, seq }]): Row => ({ key: `${step}/${id}`, step, argument: '', version: 0, seq, held: true, text: id }));
  const posts = debates(view).flatMap(([step, debate]) =>
    debate.queue.flatMap((argument): Row[] => {
      const it = debate.arguments[argument];
      return it === undefined ? [] : [{ key: `${step}/${argument}@${it.card.version}`, step, argument, version: it.card.version, seq: it.seq, ...(it.held && { held: true }) }];
    }));
  return [...texts.sort((a, b) => a.seq - b.seq), ...posts.filter((row) => row.held), ...posts.filter((row) => !row.held)];
}

/** Since when, as the server says it. */
export function waitingSince(view: TeacherView, { step, argument, text }: Row): string | undefined {
  return text === undefined ? debateOf(view, step)?.arguments[argument]?.waitingSince : view.held?.[text]?.at;
}

/** The queue moved elsewhere: newcomers stand at the end, held ones next below the cursor; the cursor and what is above it stay where they are. `busy`: the moderator's own decisions, on their way or stored. */
export function follow(line: Line, now: readonly Row[], busy: ReadonlySet<string> = new Set()): Line {
  const held = new Set(line.rows.map((r) => r.key));
  const newcomers = now.filter((r) => !held.has(r.key));
  const waits = new Set(now.map((r) => r.key));
  const from = line.rows.findIndex((r) => r.key === line.cursor);
  const kept = line.rows.filter((r, i) => i <= from || waits.has(r.key) || busy.has(r.key));
  const open = now.filter((r) => !busy.has(r.key));
  const idle = line.cursor === undefined || open.every((r) => !held.has(r.key));
  const cursor = idle ? (open[0]?.key ?? line.cursor) : line.cursor;
  if (newcomers.length === 0 && kept.length === line.rows.length && cursor === line.cursor) return line;
  return at(arranged(kept, newcomers, line.cursor), cursor);
}

/** Held newcomers come next, after those held that are next already; nothing above them moves. */
function arranged(kept: readonly Row[], newcomers: readonly Row[], cursor: string | undefined): Row[] {
  let next = kept.findIndex((r) => r.key === cursor) + 1 || kept.length;
  while (kept[next]?.held) next++;
  return [...kept.slice(0, next), ...newcomers.filter((r) => r.held), ...kept.slice(next), ...newcomers.filter((r) => !r.held)];
}

/** The moderator moves by one among what waits; what was decided leaves the queue. `busy`: decisions on their way. */
export function move(line: Line, by: 1 | -1, now: readonly Row[], busy: ReadonlySet<string>): Line {
  const open = new Set(now.filter((r) => !busy.has(r.key)).map((r) => r.key));
  const from = line.rows.findIndex((r) => r.key === line.cursor);
  const ahead = by === 1 ? line.rows.slice(from + 1) : line.rows.slice(0, Math.max(from, 0)).reverse();
  const behind = by === 1 ? line.rows.slice(0, Math.max(from, 0)).reverse() : line.rows.slice(from + 1);
  const stay = line.rows.find((r) => r.key === line.cursor && open.has(r.key));
  const next = ahead.find((r) => open.has(r.key)) ?? stay ?? behind.find((r) => open.has(r.key));
  const waits = new Set(now.map((r) => r.key));
  return at(line.rows.filter((r) => waits.has(r.key)), next?.key);
}

/** A decision was sent for the cursor's row: the cursor goes on, and the row stays until it is acknowledged and the moderator moves again. */
export function decided(line: Line, key: string, now: readonly Row[], busy: ReadonlySet<string>): Line {
  if (line.cursor !== key) return line;
  const moved = move(line, 1, now, new Set([...busy, key]));
  const waits = new Set(now.map((r) => r.key));
  return at(line.rows.filter((r) => waits.has(r.key)), moved.cursor);
}

export function pick(line: Line, key: string): Line {
  return line.cursor === key ? line : at(line.rows, key);
}

/** How a row that no longer waits ended, in words. */
export function outcome(row: Row, argument: TeacherArgument | undefined): string {
  if (!argument || argument.status === 'withdrawn') return 'Withdrawn by its author';
  if (argument.card.version !== row.version) return 'Changed by its author meanwhile';
  return argument.decision ?? (argument.status === 'approved' ? 'Approved' : 'Decided');
}

function at(rows: readonly Row[], cursor: string | undefined): Line {
  return cursor === undefined ? { rows } : { rows, cursor };
}

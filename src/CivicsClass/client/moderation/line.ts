import type { TeacherArgument, TeacherView } from '../contract';
import { debates } from '../console/classroom';

/** One version of one argument, as it came to wait. A revision is a new row. */
export type Row = { key: string; step: string; argument: string; version: number };

/** What stands in the queue and which row has the cursor. A row that was decided stays in its place until the moderator moves, so that nothing shifts
 * under the hand; below the cursor it goes at once, where only the moderator's own decisions stay to be seen. */
export type Line = { rows: readonly Row[]; cursor?: string };

export const EMPTY: Line = { rows: [] };

/** Everything that waits for a decision, the longest waiting first. */
export function waiting(view: TeacherView): Row[] {
  return debates(view).flatMap(([step, debate]) =>
    debate.queue.flatMap((argument) => {
      const version = debate.arguments[argument]?.card.version;
      return version === undefined ? [] : [{ key: `${step}/${argument}@${version}`, step, argument, version }];
    }));
}

/** The queue moved elsewhere: newcomers stand at the end, the cursor and what is above it stay where they are. `busy`: the moderator's own decisions, on their way or stored. */
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
  return at([...kept, ...newcomers], cursor);
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

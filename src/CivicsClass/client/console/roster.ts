import type { RosterEntry, TeacherView } from '../contract';

export type Seat = RosterEntry & { id: string; label: string };

/** Everybody who joined, by the name the teacher knows them by. */
export function seats(view: TeacherView): Seat[] {
  return view.rosterOrder
    .flatMap((id) => {
      const entry = view.roster[id];
      return entry ? [{ ...entry, id, label: entry.name ?? entry.alias }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** A span in words: 'under 1 min', '2 min', '1 h 5 min'. */
export function span(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'under 1 min';
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What stands beside a name: away first, else the step's own words. */
export function words(seat: RosterEntry, now: number): string {
  if (!seat.here) return seat.awaySince === undefined ? 'away' : `away ${span(now - Date.parse(seat.awaySince))}`;
  return seat.progress;
}

/** What removing a student does and does not do. */
export function removing(isLocked: boolean): string {
  const door = isLocked
    ? 'While the door is locked, this student cannot join again.'
    : 'With the join code this student could join again, under a new seat. Choose “Lock the door” above the names to prevent that.';
  return `This student leaves the session and cannot write any more. What is already on the board stays; what still waits for you stays in the queue, marked. ${door}`;
}

/** Two groups, so that it can be read out and copied: 'K7M 3QX'. */
export function grouped(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`.trim();
}

import type { EntryView, MyTeam, Pair, TeamClock, TimerView } from '../contract';
import { named } from './phases';

export function other(pair: Pair): Pair {
  return pair === 'a' ? 'b' : 'a';
}

/** The first names of a pair; `but` leaves one out. */
export function namesOf(team: Pick<MyTeam, 'memberOrder' | 'members'>, pair: Pair, but?: string): string[] {
  return team.memberOrder.flatMap((id) => (team.members[id]?.pair === pair && id !== but ? [team.members[id].name] : []));
}

/** "You and Chi", "Dee and Eli"; the absent are not counted in. */
export function pairWords(team: MyTeam, pair: Pair, me: string): string {
  const present = team.memberOrder.filter((id) => team.members[id]?.pair === pair && !team.members[id].absent);
  const others = present.filter((id) => id !== me).map((id) => team.members[id]!.name);
  const words = named(present.includes(me) ? ['you', ...others] : others);
  return words ? words[0]!.toUpperCase() + words.slice(1) : 'The other pair';
}

/** The side of the other pair, as assigned. */
export function otherSide(positions: readonly string[], side: string): string | undefined {
  return positions.find((one) => one !== side);
}

/** The team's own time as a clock: the class's, moved by what the teacher gave or took, or standing still. */
export function teamTimer(timer: TimerView, { offsetMs, stoppedMs }: TeamClock): TimerView {
  if (stoppedMs !== undefined) return { paused: true, up: stoppedMs <= 0, remainingMs: Math.max(0, stoppedMs) };
  if (offsetMs === 0) return timer;
  if (timer.endsAt !== undefined) return { paused: timer.paused, up: false, endsAt: new Date(Date.parse(timer.endsAt) + offsetMs).toISOString() };
  if (timer.remainingMs !== undefined) return { paused: timer.paused, up: false, remainingMs: Math.max(0, timer.remainingMs + offsetMs) };
  return timer;
}

type Entry = [id: string, entry: EntryView];

export function entriesOf(team: Pick<MyTeam, 'entryOrder' | 'entries'>, is: (entry: EntryView) => boolean): Entry[] {
  return team.entryOrder.flatMap((id): Entry[] => (team.entries[id] && is(team.entries[id]) ? [[id, team.entries[id]]] : []));
}

/** What this pair writes on its card in the phase it is in; what came back stands apart. */
export function cardNow(team: MyTeam): Entry[] {
  return entriesOf(team, (entry) => entry.part === 'reason' && entry.pair === team.pair && entry.phase === team.phase && !entry.feedback);
}

/** Texts of one's own that the teacher sent back or took off. */
export function cameBack(team: MyTeam): Entry[] {
  return entriesOf(team, (entry) => entry.feedback !== undefined);
}

/** Reasons that stand for a side already, by whichever pair, before the phase the team is in. */
export function reasonsBefore(team: MyTeam, side: string | undefined): Entry[] {
  return entriesOf(team, (entry) => entry.part === 'reason' && entry.side === side && !entry.feedback && !(entry.pair === team.pair && entry.phase === team.phase));
}

/** What the team has written into its statement. */
export function statement(team: Pick<MyTeam, 'entryOrder' | 'entries'>): { agreed: Entry[]; open: Entry[]; strongest: Record<string, Entry> } {
  const lines = (part: 'agreed' | 'open') => entriesOf(team, (entry) => entry.part === part && !entry.feedback);
  const strongest = entriesOf(team, (entry) => entry.part === 'strongest' && !entry.feedback);
  return { agreed: lines('agreed'), open: lines('open'), strongest: Object.fromEntries(strongest.map((one) => [one[1].side ?? '', one])) };
}

/** There is a line that the whole team reads: one that waits for the teacher cannot be signed off yet. */
export function maySign(team: Pick<MyTeam, 'entryOrder' | 'entries'>): boolean {
  return entriesOf(team, (entry) => entry.part !== 'reason' && !entry.feedback && !entry.held).length > 0;
}

/** What the reason looks like: its words when it is on this student's screen, otherwise what the server says. */
export function lookalike(team: Pick<MyTeam, 'entries'>, entry: EntryView): string | undefined {
  return entry.looksLike === undefined ? undefined : (team.entries[entry.looksLike]?.text ?? entry.looksLike);
}

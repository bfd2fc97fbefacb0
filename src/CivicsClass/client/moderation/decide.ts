import type { TeacherCommand, TeacherView } from '../contract';
import type { Row } from './line';

/** Erase: everywhere, for good. */
export type Verb = 'approve' | 'return' | 'remove' | 'erase';

export const SENDING: Record<Verb, string> = { approve: 'Approving…', return: 'Returning…', remove: 'Removing…', erase: 'Erasing…' };
export const DONE: Record<Verb, string> = { approve: 'Approved', return: 'Returned', remove: 'Removed', erase: 'Erased everywhere' };

export function decision(row: Row, verb: Verb, because?: { reason: string; note: string }): TeacherCommand {
  const { step, argument, version, seq, text } = row;
  if (verb === 'erase') return { kind: 'text.erase', seq };
  if (verb === 'approve' || because === undefined) return text === undefined ? { kind: 'debate.approve', step, argument, version } : { kind: 'text.release', seq };
  const note = because.note.trim();
  if (text !== undefined) return { kind: 'text.return', seq, reason: because.reason, ...(note && { note }) };
  return { kind: `debate.${verb}`, step, argument, version, reason: because.reason, ...(note && { note }) };
}

/** 'Brave Finch', or with the name the teacher knows: 'Maya R. (Brave Finch)'. */
export function author(view: TeacherView, participant: string, alias: string, named: boolean): string {
  const name = named ? view.roster[participant]?.name : undefined;
  return name === undefined ? alias : `${name} (${alias})`;
}

/** The roster holds everybody who has a seat, here or away: whoever wrote and is not on it was removed. */
export function isRemoved(view: TeacherView, participant: string): boolean {
  return !(participant in view.roster);
}

/** Before the lesson ends: what nobody can decide afterwards; absent when nothing waits. */
export function leftAtTheEnd(waiting: number): string | undefined {
  if (waiting === 0) return undefined;
  return waiting === 1 ? '1 argument still waits. After the end it cannot be approved any more.' : `${waiting} arguments still wait. After the end they cannot be approved any more.`;
}

/** What came in since, to be said aloud; absent when nothing did. */
export function arrivals(before: readonly string[], now: readonly string[]): string | undefined {
  const held = new Set(before);
  const fresh = now.filter((key) => !held.has(key)).length;
  if (fresh === 0) return undefined;
  return `${fresh === 1 ? 'A new argument waits' : `${fresh} new arguments wait`} for you, ${now.length} in all.`;
}

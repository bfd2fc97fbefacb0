import type { EntryView, MyTeam, Part, QuotationDraft, SaveEntry } from '../contract';
import { hasHidden, tooLong } from '../parts/limit';

/** What is being written: an entry of the card or the statement, a new one or one that stands there. */
export interface Slot {
  part: Part;
  /** Of a reason and of a strongest point. */
  side?: string;
  entry?: string;
}

export interface Form {
  text: string;
  quotations: QuotationDraft[];
  /** The version that is being changed; 0 for a new entry. */
  version: number;
}

export const EMPTY: Form = { text: '', quotations: [], version: 0 };
/** Characters, as the server has them: of a reason, a line of the statement, what a pair says in writing, a note to send it back. */
export const MAX = { reason: 600, line: 400, spoken: 2000, note: 400 };

export function maxOf(part: Part): number {
  return part === 'reason' ? MAX.reason : MAX.line;
}

export function fieldOf(step: string, { part, side, entry }: Slot): string {
  return entry ? `controversy/${step}/${entry}` : `controversy/${step}/new/${part}${side ? `/${side}` : ''}`;
}

/** Of what a pair says in writing. */
export function sayField(step: string, what: 'present' | 'restate' | 'note', turn: number, round = 0): string {
  return `controversy/${step}/say/${what}/${turn}/${round}`;
}

/** Of what a listener writes down alone; nobody is ever sent it. */
export function notesField(step: string, turn: number): string {
  return `controversy/${step}/notes/${turn}`;
}

export function formOf(entry: EntryView): Form {
  return { text: entry.text, quotations: entry.quotations.map(({ passage, exact }) => ({ passage, exact })), version: entry.version };
}

export function read(draft: string, otherwise: Form): Form {
  try {
    return draft ? { ...EMPTY, ...(JSON.parse(draft) as Partial<Form>) } : otherwise;
  } catch {
    return otherwise;
  }
}

export function says(form: Pick<Form, 'text' | 'quotations'>): string {
  return JSON.stringify([form.text.trim(), form.quotations.map(({ passage, exact }) => [passage, exact])]);
}

/** Where a text stands that somebody else may have changed meanwhile. Newer: there is a later version than the one being changed, or another
 *  strongest point of that side. Gone: a partner took it off. */
export type Standing = { is: 'free' } | { is: 'gone' } | { is: 'newer'; id: string; entry: EntryView };

export function standing(slot: Slot, form: Form, team: Pick<MyTeam, 'entryOrder' | 'entries'>): Standing {
  const id = slot.entry ?? (slot.part === 'strongest' ? team.entryOrder.find((one) => isStrongest(team.entries[one], slot.side)) : undefined);
  if (id === undefined) return { is: 'free' };
  const entry = team.entries[id];
  if (!entry) return { is: 'gone' };
  return entry.version > form.version ? { is: 'newer', id, entry } : { is: 'free' };
}

/** Whether the team has exactly this already: sent by another tab or by a page that was closed since. */
export function isSaved(slot: Slot, form: Form, team: Pick<MyTeam, 'entries'>, me: string): boolean {
  const saved = slot.entry ? [team.entries[slot.entry]] : Object.values(team.entries).filter((entry) => entry.part === slot.part && entry.side === slot.side);
  return form.text.trim() !== '' && saved.some((entry) => entry !== undefined && !entry.feedback && entry.savedBy === me && says(formOf(entry)) === says(form));
}

export function problem(text: string, max: number, missing: string): string | undefined {
  if (!text.trim()) return missing;
  return tooLong(text, max) ?? (hasHidden(text) ? 'There are characters in it that cannot be shown. Type that part again.' : undefined);
}

/** @param over what stands there and is replaced, where it is not the entry that was opened. */
export function save(step: string, slot: Slot, form: Form, over?: { id: string; version: number }): SaveEntry {
  const entry = over?.id ?? slot.entry;
  return {
    kind: 'controversy.saveEntry',
    step,
    ...(entry !== undefined && { entry }),
    version: over?.version ?? form.version,
    part: slot.part,
    ...(slot.side !== undefined && { side: slot.side }),
    text: form.text.trim(),
    quotations: slot.part === 'reason' ? form.quotations : [],
  };
}

/** Mine as an entry of its own beside theirs; of a strongest point there is one per side, so mine goes behind theirs. */
export function keepBoth(step: string, slot: Slot, form: Form, theirs: { id: string; entry: EntryView } | undefined): SaveEntry {
  const { entry: _, ...fresh } = slot;
  if (slot.part === 'strongest' && theirs) return save(step, slot, { ...form, text: `${theirs.entry.text} ${form.text.trim()}` }, { id: theirs.id, version: theirs.entry.version });
  return save(step, fresh, { ...form, version: 0 });
}

function isStrongest(entry: EntryView | undefined, side: string | undefined): boolean {
  return entry?.part === 'strongest' && entry.side === side && !entry.feedback;
}

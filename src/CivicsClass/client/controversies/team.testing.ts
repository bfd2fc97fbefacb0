import type { EntryView, MyTeam } from '../contract';

/** A team of four as Ben (p1) sees it: he and Chi are pair A, and "duty" is assigned to them. */
export const team = (more: Partial<MyTeam> = {}): MyTeam => ({
  number: 2, pair: 'a', assignedSide: 'duty', sideNow: 'duty', memberOrder: ['p1', 'p2', 'p3', 'p4'],
  members: { p1: { name: 'Ben', pair: 'a', absent: false }, p2: { name: 'Chi', pair: 'a', absent: false }, p3: { name: 'Dee', pair: 'b', absent: false }, p4: { name: 'Eli', pair: 'b', absent: false } },
  phase: 'prepare', clock: { offsetMs: 0 }, entryOrder: [], entries: {}, reasonsToGo: 3, called: false, absent: false, signed: false, signedCount: 0, ...more,
});

export const entry = (more: Partial<EntryView> = {}): EntryView => ({ part: 'reason', pair: 'a', phase: 'prepare', side: 'duty', author: 'p1', savedBy: 'p1', version: 1, text: 'One rule.', quotations: [], ...more });

export const holding = (entries: Record<string, EntryView>, more: Partial<MyTeam> = {}): MyTeam => team({ entryOrder: Object.keys(entries), entries, ...more });

export const feedback = { reason: 'unclear', sentence: 'Say it again.', starter: '' };

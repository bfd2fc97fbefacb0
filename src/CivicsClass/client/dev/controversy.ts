import type { ClassView, ControversyPhase, ControversyView, EntryView, MyControversy, MyTeam, PresentingView } from '../contract';

const PHASES: [ControversyPhase, number][] = [['teams', 0], ['prepare', 5], ['present', 7], ['reverse', 5], ['agree', 5], ['debrief', 3]];
const AT = 'jail-handover.1.1';

/** A lesson of two steps whose second is the structured controversy. */
export function teamSteps(): Partial<ClassView> {
  const early = 'Read the other side’s text again and look for the point that your team would find hardest to answer.';
  return {
    title: 'Structured academic controversy', stepOrder: ['reading', 'controversy'],
    steps: { reading: { kind: 'reading', title: 'Read both sides', status: 'closed', minutes: 9, early }, controversy: { kind: 'controversy', title: 'Argue both sides in teams', status: 'open', minutes: 25, early } },
  };
}

export function teams(phase: ControversyPhase, more: Partial<ControversyView> = {}): ControversyView {
  return { kind: 'controversy', prompt: 'Should the law require local police to cooperate?', phase, phases: PHASES.map(([of, minutes]) => ({ phase: of, minutes })), written: false, reasons: 3, stopped: false, ...more };
}

const entry = (text: string, more: Partial<EntryView> = {}): EntryView => ({ part: 'reason', pair: 'a', phase: 'prepare', side: 'cooperation', author: 'p1', savedBy: 'p1', version: 1, text, quotations: [], ...more });

const CARD = {
  e1: entry('A handover in the jail is safer for everybody than an arrest in the street.', { quotations: [{ passage: AT, title: 'The safest handover is at the jail', paragraph: 1, exact: 'The safest place for federal officers to take a person into custody is inside a jail.' }] }),
  e2: entry('One nation needs one rule that everybody can know.', { author: 'p2', savedBy: 'p1', version: 2 }),
};
const STATEMENT = {
  e5: entry('People must know which rule holds where they live.', { part: 'agreed', phase: 'agree', author: 'p3', savedBy: 'p3', side: undefined }),
  e6: entry('Who should pay when a hold turns out wrong.', { part: 'open', phase: 'agree', author: 'p2', savedBy: 'p2', side: undefined }),
  e7: entry('A handover in the jail is safer.', { part: 'strongest', phase: 'agree' }),
  e8: entry('Whoever answers in court should decide.', { part: 'strongest', phase: 'agree', side: 'local-choice', author: 'p4', savedBy: 'p4' }),
};

export const card = CARD, statement = { ...CARD, ...STATEMENT };
export const lookalike = { ...CARD, e3: entry('Whoever answers in court should choose.', { pair: 'b', side: 'local-choice', author: 'p3', savedBy: 'p3' }), e4: entry('Those who answer in court should be the ones to choose.', { phase: 'reverse', side: 'local-choice', looksLike: 'e3' }) };
export const returned = { ...CARD, e2: entry('They never think.', { feedback: { reason: 'disrespectful', sentence: 'Our norms ask us to take on the argument and leave the person alone.', starter: 'I see it differently because …' } }), e3: entry('My neighbor has no papers.', { held: [{ field: 'text', start: 12, length: 13, reason: 'status' }] }) };

/** The team of Calm Otter (p1), who is called Ben here. */
export function inTeam(phase: ControversyPhase, entries: Record<string, EntryView> = {}, more: Partial<MyTeam> = {}): MyControversy {
  const isFree = phase === 'agree' || phase === 'debrief';
  return {
    kind: 'controversy',
    team: {
      number: 3, pair: 'a', assignedSide: 'cooperation', ...(!isFree && { sideNow: phase === 'reverse' ? 'local-choice' : 'cooperation' }), memberOrder: ['p1', 'p2', 'p3', 'p4'],
      members: { p1: { name: 'Ben', pair: 'a', absent: false }, p2: { name: 'Chi', pair: 'a', absent: false }, p3: { name: 'Dee', pair: 'b', absent: false }, p4: { name: 'Eli', pair: 'b', absent: true } },
      phase, clock: { offsetMs: 0 }, entryOrder: Object.keys(entries), entries, reasonsToGo: phase === 'prepare' ? 1 : 0, called: false, absent: false, signed: false, signedCount: 0, ...more,
    },
  };
}

export const turn = (more: Partial<PresentingView>): Partial<MyTeam> => ({ presenting: { turn: 0, presenter: 'a', stage: 'presenting', round: 0, held: false, ...more } });

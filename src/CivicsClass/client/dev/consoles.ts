import type { ArgumentCard, ArgumentStatus, HeldView, HoldMark, TeacherArgument, TeacherDebate, TeacherView } from '../contract';
import { fixtures, type Pack } from './fixtures';

export interface ConsoleFixture {
  view: TeacherView;
  /** Selectors to click, one after the other. */
  clicks?: string[];
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const NAMES = ['Maya R.', 'Ben O.', 'Chi N.', 'Dee P.', 'Eli S.', 'Fay T.', 'Gus V.', 'Hal W.'];
const ALIASES = ['Calm Otter', 'Quick Heron', 'Bright Wren', 'Brave Finch', 'Kind Lark', 'Swift Deer', 'Quiet Fox', 'Bold Crane'];

/** The teacher's console over the same lesson as the student's screens. */
export function consoles(pack: Pack): Record<string, ConsoleFixture> {
  const lesson = fixtures(pack)['debate']!.class;
  const card = (at: number, claim: string, more: Partial<ArgumentCard> = {}): ArgumentCard => ({
    author: ALIASES[at]!, kind: 'argue', side: at % 2 ? 'cooperation' : 'local-choice', claim, basis: 'value',
    reason: 'Whoever has to pay for a mistake should have a say in the rule.', quotations: [{ passage: 'jail-handover.1.1', title: 'The safest handover is at the jail', paragraph: 1, exact: 'The safest place for federal officers to take a person into custody is inside a jail.' }], version: 1, ...more,
  });
  const marks = (card: ArgumentCard, field: 'claim' | 'reason', words: string, reason: HoldMark['reason']): HoldMark => ({ field, start: card[field]!.indexOf(words), length: words.length, reason });
  const post = (at: number, status: ArgumentStatus, it: ArgumentCard, held?: HoldMark[]): TeacherArgument => ({ status, participant: `p${at + 1}`, card: it, seq: 40 + at, ...(status === 'pending' && { waitingSince: ago(4 - at / 2) }), ...(held && { held }) });
  const secret = card(1, 'Local police keep people like my uncle safe.', { reason: 'My uncle has no papers, and he called the police when our car was stolen.\nHe would not call if they worked for ICE.' });
  const phone = card(4, 'People should be able to ask somebody before they sign anything.', { reason: 'Call 555 0143 and they explain it.', link: 'This shows what happens at the jail.' });
  const argumentsBy: Record<string, TeacherArgument> = {
    a1: post(0, 'pending', card(0, 'A county should decide what its own officers do.')),
    a2: post(1, 'pending', secret, [marks(secret, 'reason', 'My uncle has no papers', 'status')]),
    a3: post(2, 'pending', card(2, 'A handover in the jail is safer than an arrest at home.')),
    a4: post(3, 'pending', card(3, 'One nation needs one rule.')),
    a5: post(4, 'pending', phone, [marks(phone, 'reason', '555 0143', 'phone')]),
  };
  const debate = (queue: string[]): TeacherDebate => ({
    kind: 'debate', prompt: pack.question, sides: 'lot', queue, order: Object.keys(argumentsBy), arguments: Object.fromEntries(queue.map((id) => [id, argumentsBy[id]!])), lots: Object.fromEntries(ALIASES.map((_, at) => [`p${at + 1}`, at % 2 ? 'cooperation' : 'local-choice'])),
    bySide: { cooperation: { onBoard: 2, returned: 1, removed: 0, waiting: 2 }, 'local-choice': { onBoard: 2, returned: 0, removed: 1, waiting: 3 } },
    decisions: { cooperation: { approved: 2, returned: 1, removed: 0 }, 'local-choice': { approved: 2, returned: 0, removed: 1 } },
    reasons: [
      { id: 'claim-missing', label: 'Claim missing', sentence: 'I can’t find a claim yet: one sentence that somebody could disagree with.', starter: 'I claim that …' },
      { id: 'personal', label: 'Personal information', sentence: 'This says something about a real person that does not belong on a shared board. Make the point without it.', starter: 'In general, …' },
    ],
    notPosted: 3, noPassage: 0,
  });
  const view = (queue: string[], held?: Record<string, HeldView>): TeacherView => ({
    class: lesson, joinCode: 'ABC234', locked: false, identity: 'nameForTeacher', rosterOrder: ALIASES.map((_, at) => `p${at + 1}`),
    roster: Object.fromEntries(ALIASES.map((alias, at) => [`p${at + 1}`, { alias, name: NAMES[at]!, here: at !== 6, postingPaused: false, progress: at < 5 ? '1 waiting' : '' }])),
    scripts: {}, steps: { debate: debate(queue) }, ...(held && { held }),
  });
  const restated = 'They said that Maya is illegal and so the city should choose.';
  const text: HeldView = { seq: 61, participant: 'p6', at: ago(1), step: 'debate', what: 'Team 2: how a pair restates the other', texts: { text: restated }, marks: [{ field: 'text', start: 15, length: 15, reason: 'status' }, { field: 'text', start: 15, length: 4, reason: 'className' }], waits: true, incident: false };
  const incident: HeldView = { seq: 33, participant: 'p4', at: ago(9), step: 'debate', what: 'An argument', texts: { claim: 'Everybody knows where he lives, 12 Cedar Lane.' }, marks: [{ field: 'claim', start: 32, length: 13, reason: 'address' }], waits: false, incident: true };
  const all = ['a1', 'a2', 'a3', 'a4', 'a5'];
  return {
    'queue-held': { view: view(all, { h33: incident }), clicks: ['.tabs button:nth-child(3)'] },
    'queue-held-text': { view: view(['a1', 'a3'], { h61: text }), clicks: ['.tabs button:nth-child(3)'] },
    'queue-several': { view: view(all), clicks: ['.tabs button:nth-child(3)', '.part.waiting > div > .small-button', '.several input'] },
    'queue-held-sure': { view: view(all), clicks: ['.tabs button:nth-child(3)', '.cursor .decide button'] },
    'queue-held-erase': { view: view(all), clicks: ['.tabs button:nth-child(3)', '.cursor .decide .decide button:nth-child(2)'] },
    'queue-held-ended': { view: { ...view(['a1', 'a2'], { h33: incident }), class: { ...lesson, phase: 'ended' } }, clicks: ['.tabs button:nth-child(3)'] },
    'queue-held-safe': { view: view(all, { h61: text, h33: incident }), clicks: ['.tabs button:nth-child(3)', '.tools button'] },
  };
}

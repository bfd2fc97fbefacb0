import type { Consent, ControversyPhase, PhaseView } from '../contract';

export const TITLES: Record<ControversyPhase, string> = {
  teams: 'Meet your team',
  prepare: 'Prepare your side',
  present: 'Present and restate',
  reverse: 'Change sides',
  return: 'Change back',
  agree: 'Find common ground',
  debrief: 'Look back together',
};

/** What a team does in each part, as everybody reads it. */
export const TO_DO: Record<ControversyPhase, string> = {
  teams: 'Find your team and sit together, the two pairs facing each other. Say who you are and which side was drawn for you.',
  prepare: 'Each pair fills its card: the best reasons for its side, with quotations from the texts.',
  present: 'One pair presents. The other listens and says it back in its own words. Nobody rebuts before “You stated it fairly”.',
  reverse: 'Each pair takes the other side and adds a reason that the first pair missed.',
  return: 'Each pair goes back to its first side and adds one more reason.',
  agree: 'Drop your roles. Write what you agree on, what stays open, and the strongest point of each side.',
  debrief: 'The whole class looks back: what did you learn about the other side, and about how you talked?',
};

export const CONSENTS: [consent: Consent, words: string][] = [
  ['fullyAgree', 'I fully agree'],
  ['canSupport', 'I can support it'],
  ['canLiveWithIt', 'I can live with it'],
  ['cannotLiveWithIt', 'I cannot live with it'],
];

/** "Part 2 of 6"; absent for a part that the plan does not have. */
export function placeOf(phases: readonly PhaseView[], phase: ControversyPhase): string | undefined {
  const at = phases.findIndex((one) => one.phase === phase);
  return at < 0 ? undefined : `Part ${at + 1} of ${phases.length}`;
}

/** The part after this one; absent after the last. */
export function phaseAfter(phases: readonly PhaseView[], phase: ControversyPhase): ControversyPhase | undefined {
  return phases[phases.findIndex((one) => one.phase === phase) + 1]?.phase;
}

/** "Chi", "Chi and Dee", "Chi, Dee and Eli". */
export function named(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "I fully agree: 2, I can live with it: 1". */
export function consentWords(consents: readonly number[]): string {
  return CONSENTS.flatMap(([, words], at) => (consents[at] ? [`${words}: ${consents[at]}`] : [])).join(', ');
}

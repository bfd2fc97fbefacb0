import type { Verdict } from '../contract';

const WORDS: Record<Verdict, string> = { true: 'True', partlyTrue: 'Partly true', false: 'False', outdated: 'Outdated', unverifiable: 'Unverifiable', opinion: 'Opinion' };

export function inWords(verdict: Verdict): string {
  return WORDS[verdict];
}

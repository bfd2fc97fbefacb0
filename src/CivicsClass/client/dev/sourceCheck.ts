import type { ClassView, ClaimView, MySourceCheck, SourceCheckView, Verdict } from '../contract';

const WORDS = ['The Las Vegas police will not stop, question, arrest or hold anyone on status alone.', 'Omaha’s chief said that his officers will not stop people from checking their status.', 'The stance of the police departments is defiance.'];
const SPREAD: [Verdict, number][] = [['true', 3], ['partlyTrue', 6], ['false', 11], ['outdated', 2], ['unverifiable', 4], ['opinion', 1]];

/** A lesson of two steps whose second checks a text. */
export function checkSteps(status: 'open' | 'closed' = 'open'): Partial<ClassView> {
  const early = 'Pick the claim you were least sure about and write down what you would look up first.';
  return {
    title: 'Source check', stepOrder: ['norms', 'sourceCheck'],
    steps: { norms: { kind: 'norms', title: 'Our norms', status: 'closed', minutes: 2, early }, sourceCheck: { kind: 'sourceCheck', title: 'Check a news summary', status, minutes: 15, early } },
  };
}

/** @param revealed the number of the claim whose verdict is out. */
export function check(revealed?: number): SourceCheckView {
  const claim = (text: string, at: number): ClaimView => ({
    number: at + 1, text,
    ...(revealed === at + 1 && {
      revealed: {
        verdict: 'false', paragraph: 3, judged: 27, spread: SPREAD.map(([verdict, count]) => ({ verdict, count })),
        reason: 'He said that officers do not and will not stop people to check their status. Two small words turn the meaning around.',
        evidence: [{ title: 'News report on local governments (24 January 2025)', url: 'https://example.org/report' }, { title: 'Report on the immigration policy of the Omaha police (January 2025)', url: 'https://example.org/omaha', note: 'Mayor and police chief in their own words' }],
        restsOn: [{ reading: 'trust-and-safety', title: 'Trust keeps people safe', paragraph: 5 }],
        changeMind: 'A recording in which the chief uses the words of the summary would change the verdict.',
      },
    }),
  });
  return {
    kind: 'sourceCheck', title: 'A short news summary', asOf: '2026-06', order: ['c1', 'c2', 'c3'], current: revealed ? `c${revealed}` : undefined,
    about: 'A summary of a few paragraphs, without an author’s name and without a date; it describes events of late January 2025. It is worth checking because most of it is right and one small slip turns a statement around.',
    paragraphs: [
      'Several police agencies have said that they will not take part in immigration enforcement where no crime has been reported.',
      'The Las Vegas police say that they will not stop, question, arrest or hold a person only because of status. The Chicago police say that they will stay out of civil immigration enforcement.',
      'Omaha’s police chief says that his officers have no plan to join raids. The summary then writes that they will not stop people “from checking” their status.',
      'The administration answered what the summary calls defiance and a standoff.',
    ],
    claims: Object.fromEntries(WORDS.map((text, at) => [`c${at + 1}`, claim(text, at)])),
  };
}

export const judged: MySourceCheck = { kind: 'sourceCheck', judgements: { c2: { verdict: 'partlyTrue', reason: 'One part is right, but nobody said “from”.', paragraph: 3 } } };
export const none: MySourceCheck = { kind: 'sourceCheck', judgements: {} };

import type { Pair, PresentingView } from '../contract';

/** What a pair has to do now: say something, or wait for the other pair. */
export type Role = 'present' | 'listen' | 'restate' | 'hear' | 'judge' | 'await' | 'done';

export function roleOf({ stage, presenter }: Pick<PresentingView, 'stage' | 'presenter'>, pair: Pair): Role {
  const mine = presenter === pair;
  switch (stage) {
    case 'presenting': return mine ? 'present' : 'listen';
    case 'restating': return mine ? 'hear' : 'restate';
    case 'judging': return mine ? 'judge' : 'await';
    default: return 'done';
  }
}

/** @param them the names of the other pair. */
export function turnTitle(role: Role, them: string, isAgain: boolean): string {
  switch (role) {
    case 'present': return 'Your turn to present';
    case 'listen': return `Listen: ${them} present${isOne(them) ? 's' : ''}`;
    case 'restate': return isAgain ? 'Restate it once more' : 'Your turn to restate';
    case 'hear': return `Listen: ${them} restate${isOne(them) ? 's' : ''}`;
    case 'judge': return 'Was that fair?';
    case 'await': return `${them} decide${isOne(them) ? 's' : ''} whether it was fair`;
    default: return 'Both sides were stated fairly';
  }
}

/** What to do, in a sentence or two. */
export function turnWords(role: Role, them: string, written: boolean): string {
  switch (role) {
    case 'present': return written ? 'Write your side for the other pair: your reasons, and what in the texts carries them.' : 'Say your reasons aloud, with what in the texts carries them. Share the speaking.';
    case 'listen': return written ? `${them} write${isOne(them) ? 's' : ''} at the moment. Afterwards you say it back in your own words.` : 'Do not answer yet. Afterwards you say back in your own words what you heard, so write down what matters.';
    case 'restate': return written ? 'Write in your own words what they presented, so that they would say: yes, that is what we mean.' : 'Say aloud in your own words what you heard, so that they would say: yes, that is what we mean.';
    case 'hear': return written ? `${them} write${isOne(them) ? 's' : ''} what they understood. Then you say whether it is fair.` : 'Listen whether it is what you meant. Then you say whether it was fair. This is no time for new reasons.';
    case 'judge': return 'Did they say what you meant? Fair does not mean that they agree with you.';
    case 'await': return 'If something is missing, they say what, and you try once more.';
    default: return 'Your team has done this part.';
  }
}

function isOne(them: string): boolean {
  return them !== 'The other pair' ? !/,| and /.test(them) : true;
}

import type { ClassView, MyView } from '../contract';
import { EMPTY, formOf, read, type Form } from '../debates/form';
import type { Drafts } from '../live/drafts';
import { EMPTY as NOTHING, isSame, plain as inPlain, read as readJudgement } from '../sourceChecks/form';
import { told } from './told';

export interface UnsentText {
  field: string;
  text: string;
}

/** What this student typed in a step and never sent, as text to copy; not what says the same as what is stored. */
export function unsentIn(step: string, me: MyView, drafts: Pick<Drafts, 'unsent'>): UnsentText[] {
  const mine = me.steps[step];
  if (mine?.kind === 'reflection')
    return drafts.unsent(`reflection/${step}/`).filter(({ field, text }) => text.trim() !== mine.answers[field.split('/')[2] ?? '']);
  if (mine?.kind === 'sourceCheck')
    return drafts.unsent(`sourceCheck/${step}/`).flatMap(({ field, text: draft }) => {
      const form = readJudgement(draft, NOTHING);
      return isSame(form, mine.judgements[field.split('/')[2] ?? '']) ? [] : [{ field, text: inPlain(form) }];
    });
  if (mine?.kind !== 'debate') return told[mine?.kind ?? '']?.unsent(step, me, drafts) ?? [];
  return drafts.unsent(`debate/${step}/`).flatMap(({ field, text: draft }) => {
    const text = plain(read(draft, EMPTY));
    return text && !Object.values(mine.mine).some(({ card }) => plain(formOf(card)) === text) ? [{ field, text }] : [];
  });
}

/** Over the whole lesson, in its order. */
export function unsentInLesson(lesson: ClassView, me: MyView, drafts: Pick<Drafts, 'unsent'>): (UnsentText & { title: string })[] {
  return lesson.stepOrder.flatMap((step) => unsentIn(step, me, drafts).map((unsent) => ({ ...unsent, title: lesson.steps[step]?.title ?? '' })));
}

function plain({ claim, reason, quotations, link, counterclaim, answer }: Form): string {
  return [claim, reason, ...quotations.map(({ exact }) => `“${exact}”`), link, counterclaim, answer].map((part) => part.trim()).filter(Boolean).join('\n\n');
}

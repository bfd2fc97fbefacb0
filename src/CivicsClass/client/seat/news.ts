import type { MyDebate, MyView, QuizView, SourceCheckView } from '../contract';
import type { StudentViews } from './step';
import { told } from './told';

/** Something happened to what a student has before them, without the student doing anything. */
export interface News {
  /** For those who listen to the page. */
  says: string;
  /** A post that its author should look at, wherever they are. */
  cameBack?: CameBack;
}

export interface CameBack {
  step: string;
  argument: string;
  as: 'returned' | 'removed';
}

/** What changed from one state of the lesson to the next. Nothing is news to who has just arrived: there is no state before. */
export function news(before: StudentViews, now: StudentViews): News[] {
  return now.class.stepOrder.flatMap((step) => {
    const [was, is] = [before.class.open[step], now.class.open[step]];
    const [had, has] = [before.my.steps[step], now.my.steps[step]];
    if (was?.kind === 'quiz' && is?.kind === 'quiz') return ofQuestions(was, is);
    if (was?.kind === 'sourceCheck' && is?.kind === 'sourceCheck') return ofClaims(was, is);
    if (had?.kind === 'debate' && has?.kind === 'debate') return ofPosts(step, had, has);
    return told[is?.kind ?? '']?.news(step, before, now) ?? [];
  });
}

function ofQuestions(was: QuizView, is: QuizView): News[] {
  const became = (status: 'closed' | 'revealed') =>
    is.order.flatMap((item) => {
      const question = is.questions[item];
      const before = was.questions[item]?.status;
      return question?.status === status && before !== undefined && before !== status ? [question.number] : [];
    });
  const [closed, revealed] = [became('closed'), became('revealed')];
  return [
    ...(closed.length === 0 ? [] : [{ says: closed.length === 1 ? `Question ${closed[0]} is closed.` : 'The questions are closed.' }]),
    ...(revealed.length === 0 ? [] : [{ says: revealed.length === 1 ? `The answer to question ${revealed[0]} is shown.` : 'The answers are shown.' }]),
  ];
}

function ofClaims(was: SourceCheckView, is: SourceCheckView): News[] {
  const out = is.order.flatMap((id) => {
    const claim = is.claims[id];
    return claim?.revealed && !was.claims[id]?.revealed ? [claim.number] : [];
  });
  if (out.length === 0) return [];
  return [{ says: out.length === 1 ? `The verdict on claim ${out[0]} is shown.` : 'The verdicts are shown.' }];
}

function ofPosts(step: string, had: MyDebate, has: MyDebate): News[] {
  return has.order.flatMap((argument): News[] => {
    const [was, is] = [had.mine[argument], has.mine[argument]];
    if (!is || (was && was.status === is.status && was.card.version === is.card.version)) return [];
    if (is.erased) return [{ says: 'Your teacher has erased a post of yours.' }];
    const post = `“${is.card.claim}”${is.feedback ? ` ${is.feedback.sentence}` : ''}`;
    if (is.status === 'approved') return [{ says: `Your post is on the board: ${post}` }];
    if (is.status === 'returned') return [{ says: `Your teacher sent a post back to you: ${post}`, cameBack: { step, argument, as: 'returned' } }];
    if (is.status === 'removed') return [{ says: `Your teacher removed a post of yours: ${post}`, cameBack: { step, argument, as: 'removed' } }];
    return [];
  });
}

/** What of this still stands: a post that was revised since is no news any more. */
export function stillBack(cameBack: readonly CameBack[], me: MyView): CameBack[] {
  return cameBack.filter(({ step, argument, as }) => {
    const mine = me.steps[step];
    return mine?.kind === 'debate' && mine.mine[argument]?.status === as;
  });
}

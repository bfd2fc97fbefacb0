import type { ClassView, QuizView, SourceCheckView } from '../contract';
import { told } from './told';

/** What the class has before it now, for a student who looks at something else: "Check the law, question 3". */
export function whereClassIs(lesson: ClassView): string {
  const title = (lesson.current && lesson.steps[lesson.current]?.title) ?? '';
  const view = lesson.current ? lesson.open[lesson.current] : undefined;
  const within = view?.kind === 'quiz' ? questionNow(view) : view?.kind === 'sourceCheck' ? claimNow(view) : view ? told[view.kind]?.within(view) : '';
  return within ? `${title}, ${within}` : title;
}

/** "question 3", or "the answer to question 3"; empty before the first. At the students' own pace only the answers are in common. */
export function questionNow(view: QuizView): string {
  const question = view.current === undefined ? undefined : view.questions[view.current];
  if (question) return question.revealed ? `the answer to question ${question.number}` : `question ${question.number}`;
  const isShown = view.order.length > 0 && view.order.every((item) => view.questions[item]?.revealed);
  return isShown ? 'the answers' : '';
}

/** "claim 3", or "the verdict on claim 3"; empty while each is at a claim of their own. */
function claimNow(view: SourceCheckView): string {
  const claim = view.current === undefined ? undefined : view.claims[view.current];
  if (!claim) return '';
  return claim.revealed ? `the verdict on claim ${claim.number}` : `claim ${claim.number}`;
}

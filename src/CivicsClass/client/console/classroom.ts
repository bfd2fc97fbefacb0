import type { ClassView, DebateView, TeacherDebate, TeacherQuiz, TeacherView } from '../contract';

/** The step after the current one that is not skipped; with none open, the first that was not opened yet. Absent: the lesson is through. */
export function following(lesson: ClassView): string | undefined {
  if (lesson.current === undefined) return lesson.stepOrder.find((id) => lesson.steps[id]!.status === 'upcoming');
  return lesson.stepOrder.slice(lesson.stepOrder.indexOf(lesson.current) + 1).find((id) => lesson.steps[id]!.status !== 'skipped');
}

/** The step before the current one that was opened once. */
export function previous(lesson: ClassView): string | undefined {
  const at = lesson.current === undefined ? lesson.stepOrder.length : lesson.stepOrder.indexOf(lesson.current);
  return lesson.stepOrder.slice(0, at).reverse().find((id) => lesson.steps[id]!.status === 'closed');
}

export function here(view: TeacherView): number {
  return view.rosterOrder.filter((id) => view.roster[id]?.here).length;
}

/** Out of how many: those here, but never fewer than have already done it. */
export function outOf(view: TeacherView, done: number): number {
  return Math.max(here(view), done);
}

export function quizOf(view: TeacherView, step: string): TeacherQuiz | undefined {
  const found = view.steps[step];
  return found?.kind === 'quiz' ? found : undefined;
}

export function debateOf(view: TeacherView, step: string): TeacherDebate | undefined {
  const found = view.steps[step];
  return found?.kind === 'debate' ? found : undefined;
}

/** What the class reads: of an argument that is being revised, the approved version. */
export function boardOf(lesson: ClassView, step: string): DebateView {
  const open = lesson.open[step];
  return open?.kind === 'debate' ? open : { kind: 'debate', prompt: '', sides: 'both', order: [], cards: {} };
}

/** The debates of this lesson, by step id, in its order. */
export function debates(view: TeacherView): [string, TeacherDebate][] {
  return view.class.stepOrder.flatMap((step): [string, TeacherDebate][] => {
    const debate = debateOf(view, step);
    return debate ? [[step, debate]] : [];
  });
}

/** Counts with their words, such as '1 answer' and '2 answers'. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

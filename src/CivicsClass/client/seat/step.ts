import { useEffect, useRef } from 'preact/hooks';
import type { ClassView, MyStepView, MyView, QuotationDraft, StepHead, StepView } from '../contract';
import type { Target } from '../debates/form';
import type { Posts } from '../debates/posts';
import type { Live } from '../live/live';
import type { Tray } from '../readings/useTray';

export interface StudentViews {
  class: ClassView;
  my: MyView;
}
export type StudentLive = Live<StudentViews>;

/** Acting, or why not: the lesson is paused, or this step is over and can only be read. */
export type Mode = 'open' | 'paused' | 'closed';

export interface StepProps<S extends StepView, M extends MyStepView> {
  live: StudentLive;
  lesson: ClassView;
  me: MyView;
  step: string;
  head: StepHead;
  view: S;
  my: M;
  mode: Mode;
  posts: Posts;
  tray: Tray;
  /** The post being written in this step; it stays when the student looks something up in another step. */
  writing: Target | undefined;
  write(target: Target | undefined): void;
  look(step: string): void;
}

export function modeOf(lesson: ClassView, step: string): Mode {
  if (lesson.phase === 'ended' || lesson.steps[step]?.status !== 'open') return 'closed';
  return lesson.timer.paused || lesson.eyesUp ? 'paused' : 'open';
}

/** A step of this kind that the student has not passed yet: norms, for those who came late. */
export function openGate(lesson: ClassView, me: MyView): string | undefined {
  return lesson.stepOrder.find((step) => {
    const mine = me.steps[step];
    return mine?.kind === 'norms' && !mine.accepted && lesson.open[step]?.kind === 'norms' && lesson.steps[step]?.status !== 'skipped';
  });
}

export interface Passage {
  id: string;
  text: string;
  title: string;
  paragraph: number;
  sentence: number;
  side: string;
  language: string;
  step: string;
  notReviewed: boolean;
}

/** A numbered sentence by its id "reading.paragraph.sentence", wherever in the lesson's opened texts it stands. */
export function findPassage(lesson: ClassView, id: string): Passage | undefined {
  const [reading = '', paragraph, sentence] = id.split('.');
  for (const [step, view] of Object.entries(lesson.open)) {
    const text = view.kind === 'reading' ? view.readings[reading] : undefined;
    const found = text?.blocks.find((block) => block.number === Number(paragraph))?.sentences[Number(sentence) - 1];
    if (text && found) return { id, text: found, title: text.title, paragraph: Number(paragraph), sentence: Number(sentence), side: text.side, language: text.language, step, notReviewed: text.notReviewed ?? false };
  }
  return undefined;
}

/** Everything this student keeps as evidence, over all reading steps. */
export function tray(lesson: ClassView, me: MyView): Passage[] {
  return lesson.stepOrder.flatMap((step) => {
    const mine = me.steps[step];
    return mine?.kind === 'reading' ? mine.tray : [];
  }).flatMap((id) => findPassage(lesson, id) ?? []);
}

/** The language of a quoted passage, for screen readers and translators. */
export function languageOf(lesson: ClassView, quotation: QuotationDraft): string | undefined {
  return findPassage(lesson, quotation.passage)?.language;
}

/** Moves focus to a heading when what it heads changes, not when the page first shows. */
export function useHeadingFocus(what: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(lastHeaded);
  useEffect(() => {
    if (before.current !== undefined && before.current !== what) heading.current?.focus();
    before.current = lastHeaded = what;
  }, [what]);
  return heading;
}
let lastHeaded: string | undefined;

import type { ComponentChildren } from 'preact';
import type { ClassView, MyView, StepStatus } from '../contract';
import { WordDialog } from '../lobby/Word';

const WORDS: Record<StepStatus, string> = { upcoming: 'to come', open: 'now', closed: 'done', skipped: 'skipped' };

/** Where in the lesson this is, how long it goes on, and who one is here. */
export function Top({ lesson, me, word, shown, look, clock, children }: {
  lesson: ClassView;
  me: MyView;
  word: string | undefined;
  shown: string | undefined;
  look: (step: string) => void;
  /** Absent while the student looks back: it is the clock of the class. */
  clock: ComponentChildren;
  /** What must be seen wherever the student has scrolled to. */
  children?: ComponentChildren;
}) {
  const title = shown ? lesson.steps[shown]?.title : lesson.title;
  return (
    <header class="top">
      <div class="row between">
        <div class="top-where">
          <strong class="top-title">{title}</strong>
          {shown && (
            <span class="small">
              Step {lesson.stepOrder.indexOf(shown) + 1} of {lesson.stepOrder.length}
            </span>
          )}
        </div>
        <span class="row top-end">
          <span class="small" translate={false}>
            {clock}
          </span>
          <WordDialog session={lesson.key} alias={me.alias} word={word} />
        </span>
      </div>
      <nav class="way" aria-label="Steps of this lesson">
        <ol class="steps">
          {lesson.stepOrder.map((step) => {
            const head = lesson.steps[step]!;
            const isOpen = lesson.open[step] !== undefined;
            const words = `${head.title}: ${step === shown ? 'on this screen' : WORDS[head.status]}`;
            return (
              <li key={step} class={`${head.status} ${step === shown ? 'shown' : ''} ${step === lesson.current ? 'now' : ''}`}>
                {isOpen ? (
                  <button type="button" aria-label={words} aria-current={step === shown ? 'step' : undefined} title={head.title} onClick={() => look(step)} />
                ) : (
                  <span class="unseen">{words}</span>
                )}
              </li>
            );
          })}
        </ol>
      </nav>
      {children}
    </header>
  );
}

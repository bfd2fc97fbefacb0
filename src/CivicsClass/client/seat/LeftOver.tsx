import { leftWaiting } from '../debates/standing';
import { NotSent } from '../parts/NotSent';
import { useHeadingFocus, type StepProps } from './step';
import { unsentInLesson, type UnsentText } from './unsent';

type Seat = Pick<StepProps<never, never>, 'lesson' | 'posts'>;

/** Texts that a closed step took from nobody: they must not be found only by whoever looks into the storage. */
export function Unsent({ lesson, posts, texts, because = 'This step was closed before you sent it.' }: Seat & { texts: (UnsentText & { title?: string })[]; because?: string }) {
  return (
    <>
      {texts.map(({ field, text, title }) => (
        <NotSent key={field} says={posts.isSending(field) ? 'Sending:' : title ? `${title}:` : 'Not sent:'} text={text}>
          {posts.isSending(field) ? 'The server has not answered yet. Leave this page open.' : why(lesson.phase === 'ended', because)}
        </NotSent>
      ))}
    </>
  );
}

/** The end of the lesson: thanks, and what would be lost with this page. */
export function Over({ live, lesson, me, posts }: Pick<StepProps<never, never>, 'live' | 'lesson' | 'me' | 'posts'>) {
  const texts = unsentInLesson(lesson, me, live.drafts);
  const left = leftWaiting(lesson, me);
  const heading = useHeadingFocus('over');
  return (
    <main id="main" class="page stack">
      <h1 ref={heading} tabIndex={-1}>
        The lesson is over
      </h1>
      <Unsent lesson={lesson} posts={posts} texts={texts} />
      <p>Thank you for thinking with both sides, {me.alias}. You can look back at each step above; nothing can be changed any more.</p>
      {left && <p class="notice">{left}</p>}
      {texts.length === 0 && <p>You can close this page.</p>}
    </main>
  );
}

/** Answers that the server refused, wherever the student is now; beside the question itself they stand at its field. */
export function NotSaved({ lesson, posts, shown }: Seat & { shown: string | undefined }) {
  return (
    <div role="status">
      {posts.refusedAnswers
        .filter(({ step }) => step !== shown || lesson.steps[step]?.status !== 'open')
        .map(({ field, step, sentence }) => (
          <div key={field} class="error-box refusal">
            <p>
              <strong>Your {({ sourceCheck: 'judgement', controversy: 'text' } as Record<string, string>)[lesson.open[step]?.kind ?? ''] ?? 'answer'} in “{lesson.steps[step]?.title}” was not saved.</strong> {sentence}
            </p>
            <p class="row">
              <button type="button" onClick={() => posts.read(field)}>
                Got it
              </button>
            </p>
          </div>
        ))}
    </div>
  );
}

function why(isOver: boolean, because: string): string {
  return isOver
    ? 'This was not sent; copy it if you need it. It is cleared from this device when you leave the page.'
    : `${because} It is kept on this device until the lesson ends; copy it if you need it.`;
}

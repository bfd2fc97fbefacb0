import { useState } from 'preact/hooks';
import type { MyReflection, ReflectionView } from '../contract';
import { answerField } from '../debates/posts';
import { isTooLongToKeep } from '../live/drafts';
import { useDraft } from '../live/useLive';
import { announce } from '../parts/Announcer';
import { capped, room } from '../parts/limit';
import { Room } from '../parts/Room';
import { Early } from '../seat/Early';
import { useHeadingFocus, type StepProps } from '../seat/step';
import { unsentIn } from '../seat/unsent';
import { Unsent } from '../seat/LeftOver';
import { MAX_TEXT, problem, stored } from './answer';

type Props = StepProps<ReflectionView, MyReflection>;

/** A few questions, each with a text that only the teacher reads. */
export function Reflection(props: Props) {
  const { step, head, view, my, mode } = props;
  const heading = useHeadingFocus(step);
  const allAnswered = view.order.every((prompt) => my.answers[prompt]);
  return (
    <main id="main" class="page stack">
      <h1 ref={heading} tabIndex={-1}>{head.title}</h1>
      <p class="small">Only your teacher reads what you write here.</p>
      {view.order.map((prompt, at) => {
        const Shown = mode === 'closed' ? Closed : Prompt;
        return <Shown key={prompt} {...props} prompt={prompt} question={`${at + 1}. ${view.prompts[prompt] ?? ''}`} answer={my.answers[prompt] ?? ''} />;
      })}
      {allAnswered && mode !== 'closed' && <Early early={head.early}>All your answers are saved. You can change them until your teacher closes this step.</Early>}
      {mode === 'closed' && <p class="notice">This step is closed. {stored(view, my)}</p>}
    </main>
  );
}

type One = Props & { prompt: string; question: string; answer: string };

function Closed({ live, lesson, me, step, posts, prompt, question, answer }: One) {
  return (
    <section class="card stack">
      <h2>{question}</h2>
      <p class="written">{answer || <span class="small">Nothing is saved here.</span>}</p>
      <Unsent lesson={lesson} posts={posts} texts={unsentIn(step, me, live.drafts).filter(({ field }) => field === answerField(step, prompt))} />
    </section>
  );
}

function Prompt({ live, step, mode, posts, prompt, question, answer }: One) {
  const field = answerField(step, prompt);
  const [draft, write] = useDraft(live.drafts, field);
  const [checked, check] = useState(false);
  const [wasCut, cut] = useState(false);
  const text = live.drafts.has(field) ? draft : answer;
  const isChanged = text.trim() !== answer;
  const saving = posts.isSending(field);
  const id = `answer-${prompt}`;
  const error = (checked ? problem(text) : undefined) ?? posts.refusal(field);
  const change = (typed: string) => {
    cut(typed !== capped(typed));
    write(capped(typed));
    if (typed === '' && answer === '' && !saving) live.drafts.clear(field);
  };
  const send = async () => {
    const wrong = problem(text);
    check(true);
    if (!wrong && (await posts.answer({ kind: 'reflection.write', step, prompt, text })) !== 'refused') return;
    announce(wrong ?? posts.refusal(field) ?? '');
    setTimeout(() => document.getElementById(id)?.focus());
  };
  return (
    <section class="card stack field">
      <label for={id}>{question}</label>
      <textarea
        id={id}
        rows={5}
        value={text}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : room(text, MAX_TEXT) && `${id}-room`}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <Room id={`${id}-room`} text={error ? '' : text} max={MAX_TEXT} wasCut={wasCut} />
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="row between">
        <span class={isChanged ? 'small' : 'saved'} role="status">
          {saving ? 'Saving…' : isChanged ? (text.trim() ? kept(text) : 'Save to take it back.') : answer ? 'Saved' : ''}
        </span>
        <button type="button" class="primary" disabled={saving || !isChanged || mode === 'paused'} onClick={() => void send()}>
          Save
        </button>
      </div>
    </section>
  );
}

function kept(text: string): string {
  return isTooLongToKeep(text) ? 'Kept on this device only. Save to hand it in.' : 'Kept on this device. Save to hand it in.';
}

import { useState } from 'preact/hooks';
import type { MyReflection, ReflectionView } from '../contract';
import { useDraft } from '../live/useLive';
import { Early } from '../seat/Early';
import { useHeadingFocus, type StepProps, type StudentLive } from '../seat/step';
import { useSending, type Sending } from '../seat/useSending';

const MAX_TEXT = 2000;

/** A few questions, each with a text that only the teacher reads. */
export function Reflection({ live, step, head, view, my, mode }: StepProps<ReflectionView, MyReflection>) {
  const sending = useSending(live);
  const heading = useHeadingFocus(step);
  const allAnswered = view.order.every((prompt) => my.answers[prompt]);
  return (
    <main id="main" class="page stack">
      <h1 ref={heading} tabIndex={-1}>{head.title}</h1>
      <p class="small">Only your teacher reads what you write here.</p>
      {view.order.map((prompt, at) => (
        <Prompt key={prompt} live={live} step={step} prompt={prompt} number={at + 1} question={view.prompts[prompt] ?? ''} answer={my.answers[prompt] ?? ''} mode={mode} sending={sending} />
      ))}
      {sending.refused && <p class="error-box" role="alert">{sending.refused}</p>}
      {allAnswered && mode !== 'closed' && <Early early={head.early}>All your answers are saved. You can change them until your teacher closes this step.</Early>}
      {mode === 'closed' && <p class="notice">This step is closed. Your teacher has your answers.</p>}
    </main>
  );
}

function Prompt({ live, step, prompt, number, question, answer, mode, sending }: {
  live: StudentLive;
  step: string;
  prompt: string;
  number: number;
  question: string;
  answer: string;
  mode: string;
  sending: Sending;
}) {
  const field = `reflection/${step}/${prompt}`;
  const [draft, write] = useDraft(live.drafts, field);
  const [touched, touch] = useState(false);
  const [saving, save] = useState(false);
  const text = touched ? draft : draft || answer;
  const isChanged = text.trim() !== answer;
  const id = `answer-${prompt}`;
  if (mode === 'closed')
    return (
      <section class="card stack">
        <h2>
          {number}. {question}
        </h2>
        <p class="written">{answer || <span class="small">You wrote nothing here.</span>}</p>
        {isChanged && draft && (
          <p class="small">
            Not sent: <span class="written">{draft}</span>
          </p>
        )}
      </section>
    );
  const send = async () => {
    const sent = text;
    save(true);
    if ((await sending.send({ kind: 'reflection.write', step, prompt, text: sent })) && live.drafts.text(field) === sent) {
      live.drafts.clear(field);
      touch(false);
    }
    save(false);
  };
  return (
    <section class="card stack field">
      <label for={id}>
        {number}. {question}
      </label>
      <textarea
        id={id}
        rows={5}
        maxLength={MAX_TEXT}
        value={text}
        onInput={(event) => {
          touch(true);
          write(event.currentTarget.value);
        }}
      />
      <div class="row between">
        <span class={isChanged ? 'small' : 'saved'} role="status">
          {saving ? 'Saving…' : isChanged ? (text.trim() ? 'Kept on this device. Save to hand it in.' : 'Save to take it back.') : answer ? 'Saved' : ''}
        </span>
        <button type="button" class="primary" disabled={saving || !isChanged || mode === 'paused'} onClick={() => void send()}>
          Save
        </button>
      </div>
    </section>
  );
}

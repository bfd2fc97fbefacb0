import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskedQuestion, QuestionStage } from '../contract';
import { announce } from '../parts/Announcer';
import { count } from './classroom';
import { type Desk, once } from './desk';
import { seats, span } from './roster';

const STAGES: Record<QuestionStage, string> = { open: 'waits', answered: 'answered', done: 'done', raised: 'put to the class', takenBack: 'taken back' };

/** The questions that wait for the teacher, by id, the longest waiting first. */
export function openQuestions({ view }: Pick<Desk, 'view'>): string[] {
  return (view.help?.order ?? []).filter((id) => view.help!.questions[id]?.stage === 'open');
}

/** What students ask privately, and the question of the moment while it stands. */
export function Questions({ desk }: { desk: Desk }) {
  const { view, safe, ask } = desk;
  const open = openQuestions(desk);
  useArrivals(open);
  const help = view.help;
  if (!help) return null;
  const earlier = help.order.filter((id) => help.questions[id]!.stage !== 'open' && help.questions[id]!.stage !== 'takenBack');
  return (
    <>
      {help.moment !== undefined && view.class.phase === 'running' && (
        <section class="card moment" aria-label="Question of the moment">
          <p class="small">Question of the moment, on every screen</p>
          <div class="row between wrap">
            <p class="prose">{help.moment}</p>
            <button type="button" class="small-button" onClick={once(() => ask({ kind: 'help.moment' }))}>Take it down</button>
          </div>
        </section>
      )}
      {open.length > 0 && (
        <section class="card stack" aria-label="Questions to you">
          <h2>Questions to you · {open.length}</h2>
          {safe ? <p class="small">The texts are hidden in the wall-safe view.</p> : open.map((id) => <Question key={id} desk={desk} id={id} question={help.questions[id]!} />)}
        </section>
      )}
      {!safe && earlier.length > 0 && (
        <details class="earlierQuestions">
          <summary>{count(earlier.length, 'question', 'questions')} you have dealt with</summary>
          {earlier.map((id) => <Question key={id} desk={desk} id={id} question={help.questions[id]!} />)}
        </details>
      )}
    </>
  );
}

function Question({ desk, id, question }: { desk: Desk; id: string; question: AskedQuestion }) {
  const { view, ask, now } = desk;
  const [writing, write] = useState<'answer' | 'moment'>();
  const [text, setText] = useState('');
  const who = seats(view).find((seat) => seat.id === question.participant)?.label ?? 'A student who was removed';
  const running = view.class.phase !== 'ended';
  const isOpen = question.stage === 'open';
  const send = async (event: Event) => {
    event.preventDefault();
    const stored = writing === 'answer' ? await ask({ kind: 'help.answer', question: id, text }) : await ask({ kind: 'help.moment', question: id, text });
    if (stored) write(undefined);
  };
  const begin = (what: 'answer' | 'moment') => {
    setText(what === 'answer' ? (question.answer ?? '') : question.held ? '' : question.text);
    write(what);
  };
  return (
    <article class="askedOne stack" data-question={id} tabIndex={-1}>
      <p class="small"><strong>{who}</strong> · {isOpen ? span(now - Date.parse(question.at)) : STAGES[question.stage]}</p>
      <p class="prose">{question.text}</p>
      {question.held && <p class="notice">Held because of {[...new Set(question.held.map(({ start, length }) => `“${question.text.slice(start, start + length)}”`))].join(', ')}. You can answer it; put it to the class only in your own words.</p>}
      {question.answer !== undefined && writing === undefined && <p class="small">You answered: {question.answer}</p>}
      {!running ? null : writing === undefined ? (
        <div class="row wrap">
          <button type="button" class={isOpen ? 'primary small-button' : 'small-button'} onClick={() => begin('answer')}>{question.answer === undefined ? 'Answer privately' : 'Change the answer'}</button>
          {isOpen && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'help.finish', question: id }))}>Done</button>}
          <button type="button" class="small-button" onClick={() => begin('moment')}>Put it to the class</button>
        </div>
      ) : (
        <form class="stack" onSubmit={(event) => void send(event)} onKeyDown={(event) => { if (event.key === 'Escape') write(undefined); }}>
          <label class="field">
            <span class="small">{writing === 'answer' ? `Only ${who} reads your answer` : 'Everybody reads this, without a name. Change the words if they give somebody away.'}</span>
            <Focused value={text} max={writing === 'answer' ? 1000 : 500} onInput={setText} />
          </label>
          <div class="row wrap">
            <button type="submit" class="primary small-button" disabled={!text.trim()}>{writing === 'answer' ? 'Send' : 'Show it on every screen'}</button>
            <button type="button" class="small-button" onClick={() => write(undefined)}>Cancel</button>
          </div>
        </form>
      )}
    </article>
  );
}

function Focused({ value, max, onInput }: { value: string; max: number; onInput: (text: string) => void }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return <textarea ref={box} rows={2} maxLength={max} value={value} onInput={(e) => onInput(e.currentTarget.value)} />;
}

/** Says that somebody asks, without moving focus. */
function useArrivals(open: string[]): void {
  const before = useRef(open);
  useEffect(() => {
    const isNew = open.some((id) => !before.current.includes(id));
    before.current = open;
    if (isNew) announce(`A student asks you something. ${count(open.length, 'question waits', 'questions wait')}.`);
  }, [open.join()]);
}

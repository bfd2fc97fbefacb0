import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MyHelp } from '../contract';
import { useDraft } from '../live/useLive';
import { announce } from '../parts/Announcer';
import { capped, hasHidden, room, tooLong } from '../parts/limit';
import { Room } from '../parts/Room';
import type { StudentLive } from '../seat/step';
import { useSending } from '../seat/useSending';
import { STAGES, waitingFor } from './said';

const FIELD = 'help/ask';
const MAX_TEXT = 500, MAX_OPEN = 2;

/** A student's questions to the teacher, and a new one. */
export function Ask({ live, help, isOver, close }: { live: StudentLive; help: MyHelp | undefined; isOver: boolean; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, write] = useDraft(live.drafts, FIELD);
  const [wasCut, cut] = useState(false);
  const { busy, refused, send } = useSending(live);
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    document.getElementById('ask-text')?.focus();
    return () => shown.close();
  }, []);
  const isFull = waitingFor(help) >= MAX_OPEN;
  const wrong = tooLong(text, MAX_TEXT) ?? (hasHidden(text) ? 'There are characters in your question that cannot be shown. Type that part again.' : undefined);
  const ask = async () => {
    if (!(await send({ kind: 'help.ask', text }))) return;
    if (live.drafts.text(FIELD) === text) live.drafts.clear(FIELD);
    announce('Your teacher has your question.');
  };
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="ask-title" onClose={close}>
      <h2 id="ask-title">Ask your teacher</h2>
      <p class="small">Only your teacher reads what you ask. If it helps everybody, your teacher may put it to the class without your name.</p>
      {help && help.order.length > 0 && (
        <ul class="asked">
          {help.order.map((id) => {
            const { text: asked, stage, answer } = help.questions[id]!;
            return (
              <li key={id}>
                <p>{asked}</p>
                {answer && <p class="notice">{answer}</p>}
                <div class="row between">
                  <span class="small">{STAGES[stage]}</span>
                  {stage === 'open' && !isOver && (
                    <button type="button" disabled={busy} onClick={() => void send({ kind: 'help.takeBack', question: id })}>
                      Take it back
                    </button>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {!isOver && (
        <div class="field">
          <label for="ask-text">Your question</label>
          <textarea
            id="ask-text"
            rows={3}
            value={text}
            aria-invalid={(refused ?? wrong) !== undefined}
            aria-describedby={refused ? 'ask-error' : room(text, MAX_TEXT) && 'ask-room'}
            onInput={({ currentTarget: { value } }) => {
              cut(value !== capped(value));
              write(capped(value));
            }}
          />
          <Room id="ask-room" text={text} max={MAX_TEXT} wasCut={wasCut} />
          {hasHidden(text) && <p class="error">{wrong}</p>}
          {refused && <p class="error" id="ask-error">{refused}</p>}
          {isFull && <p class="small">Your teacher has two questions from you. Wait for an answer, or take one back. What you write here is kept.</p>}
        </div>
      )}
      <div class="row end">
        <button type="button" onClick={() => dialog.current?.close()}>Close</button>
        {!isOver && (
          <button type="button" class="primary" disabled={busy || isFull || !text.trim() || wrong !== undefined} onClick={() => void ask()}>
            {busy ? 'Sending…' : 'Send'}
          </button>
        )}
      </div>
    </dialog>
  );
}

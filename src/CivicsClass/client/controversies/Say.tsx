import { useRef, useState } from 'preact/hooks';
import type { Present, Restate, SendBackRestatement } from '../contract';
import { Field } from '../debates/Field';
import { useDraft } from '../live/useLive';
import { announce } from '../parts/Announcer';
import type { TeamProps } from './Controversy';
import { status } from './Editor';
import { problem } from './form';

interface Props extends TeamProps {
  field: string;
  label: string;
  hint: string;
  max: number;
  starters: string[];
  button: string;
  missing: string;
  command: (text: string) => Present | Restate | SendBackRestatement;
  said: string;
  /** A beginning to take over, such as the reasons of the card. */
  begin?: { words: string; text: string } | undefined;
  cancel?: (() => void) | undefined;
}

/** A text that one pair says to the other in writing, kept as a draft until it is stored. */
export function Say(props: Props) {
  const { live, me, view, mode, posts, field, label, hint, max, starters, button, missing, command, said, begin, cancel } = props;
  const [text, write] = useDraft(live.drafts, field);
  const [checked, check] = useState(false);
  const form = useRef<HTMLElement>(null);
  const busy = posts.isSending(field);
  const refused = posts.refusal(field);
  const send = async () => {
    check(true);
    if (problem(text, max, missing)) {
      announce('This is not sent yet. What to change is marked.');
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const outcome = await posts.save(field, command(text.trim()));
    if (outcome === 'sent') announce(said);
  };
  return (
    <section class="stack" ref={form}>
      <Field id="say" label={label} hint={hint} value={text} max={max} rows={5} starters={starters} error={checked ? problem(text, max, missing) : undefined} change={write} />
      {begin && !text && (
        <p><button type="button" onClick={() => write(begin.text)}>{begin.words}</button></p>
      )}
      {refused && <p class="error-box" role="alert">{refused}</p>}
      <p class="row between">
        <span class="small" role="status">{status(busy, mode, view.stopped, me.postingPaused, text)}</span>
        <span class="row">
          {cancel && <button type="button" onClick={cancel}>Back</button>}
          <button type="button" class="primary" disabled={busy || mode !== 'open' || me.postingPaused} onClick={() => void send()}>
            {button}
          </button>
        </span>
      </p>
    </section>
  );
}

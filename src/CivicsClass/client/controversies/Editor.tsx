import { useEffect, useRef, useState } from 'preact/hooks';
import { Evidence } from '../debates/Evidence';
import { Field } from '../debates/Field';
import { isTooLongToKeep } from '../live/drafts';
import { useDraft } from '../live/useLive';
import { announce } from '../parts/Announcer';
import { SideTag } from '../parts/sides';
import { findPassage, tray, useHeadingFocus } from '../seat/step';
import type { TeamProps } from './Controversy';
import { EMPTY, fieldOf, formOf, isSaved, keepBoth, maxOf, problem, read, save, standing, type Form, type Slot } from './form';
import { Quote } from '../parts/Quote';
import { STARTERS } from './starters';

const TITLES = { reason: ['Add a reason', 'Change this reason'], agreed: ['What do you agree on?', 'Change this point'], open: ['What stays open?', 'Change this question'], strongest: ['The strongest point', 'The strongest point'] } as const;
const LABELS = { reason: 'Your reason', agreed: 'We agree that', open: 'What we still see differently, or do not know', strongest: 'The strongest point of this side' };
const MISSING = { reason: 'Write a reason first.', agreed: 'Write what you agree on.', open: 'Write what stays open.', strongest: 'Write the point first.' };

/** One entry being written. Every keystroke is kept as a draft; nothing a partner saved is overwritten unseen. */
export function Editor({ live, lesson, me, step, team, mode, posts, look, view, slot, leave, begin }: TeamProps & { slot: Slot; leave: () => void; begin?: string | undefined }) {
  const field = fieldOf(step, slot);
  const [draft, write] = useDraft(live.drafts, field);
  const [checked, check] = useState(false);
  const page = useRef<HTMLElement>(null);
  const heading = useHeadingFocus(`${step}/${field}`);
  const isHere = useIsHere();
  const opened = slot.entry ? team.entries[slot.entry] : undefined;
  const first = useRef<Form>(opened ? formOf(opened) : { ...EMPTY, text: begin ?? '' });
  const form = read(draft, first.current);
  const stands = standing(slot, form, team);
  const busy = posts.isSending(field);
  const refused = posts.refusal(field);
  const max = maxOf(slot.part);
  const wrong = checked ? problem(form.text, max, MISSING[slot.part]) : undefined;
  const isReason = slot.part === 'reason';
  const kept = tray(lesson, me);
  const passages = [...kept, ...form.quotations.flatMap(({ passage }) => (kept.some(({ id }) => id === passage) ? [] : findPassage(lesson, passage) ?? []))];
  const texts = lesson.stepOrder.find((id) => lesson.open[id]?.kind === 'reading');

  // By another tab, or by a page that was closed before it heard so.
  const isDone = draft !== '' && !busy && isSaved(slot, form, team, me.id);
  useEffect(() => {
    if (!isDone) return;
    live.drafts.clear(field);
    leave();
  }, [isDone]);

  const change = (part: Partial<Form>) => write(JSON.stringify({ ...form, ...part }));
  const send = async (command: ReturnType<typeof save>) => {
    check(true);
    if (problem(command.text, max, MISSING[slot.part])) {
      announce('This is not saved yet. What to change is marked.');
      setTimeout(() => page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const outcome = await posts.save(field, command);
    if (outcome === 'refused' || outcome === 'on its way') return;
    announce(outcome === 'sent' ? 'Saved.' : 'Saved. What you typed since then is kept as a draft.');
    if (outcome === 'sent' && isHere.current) leave();
  };
  const forget = () => {
    live.drafts.clear(field);
    posts.read(field);
    leave();
  };
  const isOff = busy || mode !== 'open' || me.postingPaused;

  return (
    <>
      <main id="main" class="page stack write controversy" ref={page}>
        <button type="button" class="quiet back" onClick={leave}>
          Back
        </button>
        <h1 ref={heading} tabIndex={-1}>{TITLES[slot.part][slot.entry ? 1 : 0]}</h1>
        {slot.side && <p class="row small">{isReason ? 'Assigned to you:' : 'Of'} <SideTag position={lesson.positions[slot.side]} /></p>}
        {stands.is === 'newer' && (
          <section class="notice stack" role="status" aria-label="A newer version">
            <p>
              <strong><span translate={false}>{team.members[stands.entry.savedBy]?.name ?? 'Your partner'}</span> saved {slot.entry ? 'a newer version' : 'one'} meanwhile:</strong>
            </p>
            <div class="theirs stack">
              <p class="written">{stands.entry.text}</p>
              {stands.entry.quotations.map((quotation) => <Quote key={quotation.exact} quotation={quotation} />)}
            </div>
            <p>Yours is below and is kept. You decide:</p>
            <p class="row">
              <button type="button" class="primary" disabled={isOff} onClick={() => void send(keepBoth(step, slot, form, stands))}>Keep both</button>
              <button type="button" disabled={isOff} onClick={() => void send(save(step, slot, form, { id: stands.id, version: stands.entry.version }))}>Put mine in its place</button>
              <button type="button" class="quiet" disabled={busy} onClick={forget}>Keep only theirs</button>
            </p>
          </section>
        )}
        {stands.is === 'gone' && (
          <section class="notice stack" role="status">
            <p>This was taken off meanwhile. Yours is below and is kept.</p>
            <p class="row">
              <button type="button" class="primary" disabled={isOff} onClick={() => void send(keepBoth(step, slot, form, undefined))}>Put it back</button>
              <button type="button" class="quiet" disabled={busy} onClick={forget}>Leave it off</button>
            </p>
          </section>
        )}
        <Field
          id="entry"
          label={LABELS[slot.part]}
          hint={isReason ? 'One reason, in a sentence or two. Your partner reads it when you save it.' : 'In a sentence or two. Your team reads it when you save it.'}
          value={form.text}
          max={max}
          rows={4}
          oneLine={!isReason}
          starters={STARTERS[slot.part]}
          error={wrong}
          change={(text) => change({ text })}
        />
        {isReason && (
          <fieldset class="field">
            <legend class="label">Quotations from your evidence tray (if you like)</legend>
            <Evidence lesson={lesson} passages={passages} quotations={form.quotations} change={(quotations) => change({ quotations })} />
            {texts !== undefined && passages.length === 0 && (
              <p><button type="button" class="quiet" onClick={() => look(texts)}>Go to the texts</button></p>
            )}
          </fieldset>
        )}
        {refused && stands.is === 'free' && <p class="error-box" role="alert">{refused}</p>}
      </main>
      <footer class="foot row between">
        <span class="small" role="status">{status(busy, mode, view.stopped, me.postingPaused, draft)}</span>
        {stands.is === 'free' && (
          <button type="button" class="primary" disabled={isOff} onClick={() => void send(save(step, slot, form))}>
            {isReason ? 'Save for your pair' : 'Save for your team'}
          </button>
        )}
      </footer>
    </>
  );
}

export function status(busy: boolean, mode: string, isStopped: boolean, postingPaused: boolean, draft: string): string {
  if (busy) return 'Saving…';
  if (isStopped) return 'Stopped for today. Your draft is kept.';
  if (mode === 'paused') return 'Paused. Your draft is kept.';
  if (postingPaused) return 'Your posting is paused. Your draft is kept.';
  if (isTooLongToKeep(draft)) return 'Draft kept on this device only: it is too long for the server';
  return draft ? 'Draft kept, not saved yet' : '';
}

/** Whether the form is still on the screen when an answer comes. */
export function useIsHere() {
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  return isHere;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Basis, DebateView, MyDebate } from '../contract';
import { isTooLongToKeep } from '../live/drafts';
import { useDraft } from '../live/useLive';
import { SideTag } from '../parts/sides';
import { announce } from '../parts/Announcer';
import { findPassage, tray, useHeadingFocus, type StepProps } from '../seat/step';
import { Argument } from './Argument';
import { Elsewhere } from './Elsewhere';
import { Evidence } from './Evidence';
import { Field } from './Field';
import { cardOf, draftField, EMPTY, fieldOf, formOf, MAX, problems, read, sideOf, submit, type Form, type Target } from './form';
import { Counter } from './Counter';
import { startersFor } from './starters';
import { useStarters } from './useStarters';

const TITLES = { argue: 'Write an argument', support: 'Support this argument', rebut: 'Rebut this argument', ask: 'Ask about this argument' };
const CLAIMS = { argue: 'Your claim', support: 'Your point in support', rebut: 'Your claim against it', ask: 'Your question' };
const BASES: [Basis, string, string][] = [
  ['fact', 'Fact', 'it can be checked'],
  ['value', 'Value', 'it says what matters'],
  ['prediction', 'Prediction', 'it says what will happen'],
];

type Props = StepProps<DebateView, MyDebate> & { target: Target; leave: () => void };

/** One post being written, until this or another tab of the same student has sent it. */
export function Write(props: Props) {
  const { live, step, target, my, posts } = props;
  const field = draftField(step, target);
  const [draft] = useDraft(live.drafts, field);
  const sent = draft ? undefined : live.drafts.sentElsewhere(field);
  const [known, know] = useState(sent?.at);
  const isNews = sent !== undefined && sent.at !== known;
  useEffect(() => {
    if (isNews) posts.read(field);
  }, [isNews, posts.refusal(field)]);
  if (!isNews) return <Writing {...props} />;
  return <Elsewhere {...props} card={cardOf(target, my, sent.text)} again={target.argument || target.on ? undefined : () => know(sent.at)} />;
}

/** Every keystroke is kept as a draft. */
function Writing({ live, lesson, me, step, view, my, mode, posts, look, target, leave }: Props) {
  const field = draftField(step, target);
  const [draft, writeDraft] = useDraft(live.drafts, field);
  const [checked, check] = useState(false);
  const busy = posts.isSending(field);
  const refused = posts.refusal(field);
  const heading = useHeadingFocus(`${step}/${field}`);
  const page = useRef<HTMLElement>(null);
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const revised = target.argument ? my.mine[target.argument] : undefined;
  const form = read(draft, revised ? formOf(revised.card) : EMPTY);
  const change = (part: Partial<Form>) => writeDraft(JSON.stringify({ ...form, ...part }));

  const side = revised?.card.side ?? sideOf(target, form, my.side, view, lesson.positionOrder);
  const kept = tray(lesson, me);
  const passages = [...kept, ...form.quotations.flatMap(({ passage }) => (kept.some(({ id }) => id === passage) ? [] : findPassage(lesson, passage) ?? []))];
  const texts = lesson.stepOrder.find((id) => lesson.open[id]?.kind === 'reading');
  const mustQuote = texts !== undefined;
  const answered = target.on ? view.cards[target.on] : undefined;
  const [areShown, showStarters] = useStarters(lesson.key);
  const starters = startersFor(target.kind, areShown && !view.noStarters);
  const also = revised?.status === 'returned' && revised.feedback?.starter ? [revised.feedback.starter] : [];
  const isShort = target.kind === 'ask';
  const about = refused === undefined ? undefined : fieldOf(refused);
  const at = isShort && about !== 'claim' ? undefined : about;
  const wrong = { ...(at && { [at]: refused }), ...(checked && problems(target, form, side, mustQuote)) };
  const goToWrong = () => setTimeout(() => (page.current?.querySelector('[aria-invalid="true"] , [data-invalid] input') as HTMLElement | null)?.focus());

  const post = async () => {
    if (posts.isSending(field)) return;
    const found = problems(target, form, side, mustQuote);
    check(true);
    if (Object.keys(found).length > 0 || !side) {
      announce('This is not sent yet. What to change is marked in the form.');
      goToWrong();
      return;
    }
    const outcome = await posts.send(target, submit(step, target, form, side));
    if (outcome === 'refused' && isHere.current) goToWrong();
    if (outcome === 'refused' || outcome === 'on its way') return;
    announce(outcome === 'sent' ? 'Sent. Your teacher reads it first.' : 'Sent. What you typed since then is kept as a draft.');
    if (outcome === 'sent' && isHere.current) leave();
  };

  return (
    <>
      <main id="main" class="page stack write" ref={page}>
        <button type="button" class="quiet back" onClick={leave}>
          Back to the board
        </button>
        <h1 ref={heading} tabIndex={-1}>{revised ? 'Revise your post' : TITLES[target.kind]}</h1>
        {revised?.status === 'returned' && revised.feedback && (
          <div class="notice stack">
            <p>{revised.feedback.sentence}</p>
            {revised.feedback.note && <p>{revised.feedback.note}</p>}
          </div>
        )}
        {target.kind === 'argue' && texts !== undefined && passages.length === 0 && (
          <div class="notice stack">
            <p>An argument needs a quotation, and your evidence tray is still empty. In the texts, tap the plus after a sentence to keep it. What you have written here is kept.</p>
            <button type="button" onClick={() => look(texts)}>
              Go to the texts
            </button>
          </div>
        )}
        {answered && (
          <blockquote class="reply">
            <Argument card={answered} lesson={lesson} showSide />
          </blockquote>
        )}
        {target.kind === 'argue' && !my.side && !revised ? (
          <fieldset class="field" data-invalid={wrong.side ? '' : undefined} aria-describedby={wrong.side && 'side-error'}>
            <legend class="label">You write for</legend>
            {lesson.positionOrder.map((position) => (
              <label key={position} class="choice">
                <input type="radio" name="side" checked={form.side === position} onChange={() => change({ side: position })} />
                <SideTag position={lesson.positions[position]} />
              </label>
            ))}
            {wrong.side && <p class="error" id="side-error">{wrong.side}</p>}
          </fieldset>
        ) : (
          !isShort && (
            <p class="row small">
              You write for <SideTag position={side ? lesson.positions[side] : undefined} />
            </p>
          )
        )}
        <Field id="claim" oneLine label={CLAIMS[target.kind]} hint={isShort ? 'One question, about what was written.' : 'One sentence that somebody could disagree with.'} value={form.claim} max={MAX.claim} rows={2} starters={[...also, ...starters.claim]} error={wrong.claim} change={(claim) => change({ claim })} />
        {!isShort && (
          <>
            <fieldset class="field" data-invalid={wrong.basis ? '' : undefined} aria-describedby={wrong.basis && 'basis-error'}>
              <legend class="label">What kind of claim is it?</legend>
              {BASES.map(([basis, name, means]) => (
                <label key={basis} class="choice">
                  <input type="radio" name="basis" checked={form.basis === basis} onChange={() => change({ basis })} />
                  <span>
                    <strong>{name}</strong> <span class="small">{means}</span>
                  </span>
                </label>
              ))}
              {wrong.basis && <p class="error" id="basis-error">{wrong.basis}</p>}
            </fieldset>
            <Field id="reason" label={target.kind === 'support' ? 'Your reason (if you like)' : 'Your reason'} hint="Why should somebody believe your claim?" value={form.reason} max={MAX.reason} rows={4} starters={[...also, ...starters.reason]} error={wrong.reason} change={(reason) => change({ reason })} />
            <fieldset class="field" data-invalid={wrong.quotations ? '' : undefined} aria-describedby={wrong.quotations && 'quotations-error'}>
              <legend class="label">Quotations from your evidence tray</legend>
              {wrong.quotations && <p class="error" id="quotations-error">{wrong.quotations}</p>}
              <Evidence lesson={lesson} passages={passages} quotations={form.quotations} change={(quotations) => change({ quotations })} />
            </fieldset>
            {(form.quotations.length > 0 || form.link) && (
              <Field id="link" label="How does the quotation support your reason? (if you like)" value={form.link} max={MAX.link} rows={2} starters={starters.link} error={wrong.link} change={(link) => change({ link })} />
            )}
            <Counter form={form} starters={starters} wrong={wrong} change={change} />
          </>
        )}
        {!view.noStarters && (
          <p>
            <button type="button" class="quiet back" onClick={() => showStarters(!areShown)}>
              {areShown ? 'Hide the sentence starters' : 'Show the sentence starters'}
            </button>
          </p>
        )}
        {refused && !at && <p class="error-box" role="alert">{refused}</p>}
      </main>
      <footer class="foot row between">
        <span class="small" role="status">{status(mode, me.postingPaused, busy, draft)}</span>
        <button type="button" class="primary" disabled={busy || mode !== 'open' || me.postingPaused} onClick={() => void post()}>
          Send to your teacher
        </button>
      </footer>
    </>
  );
}

function status(mode: string, postingPaused: boolean, busy: boolean, draft: string): string {
  if (busy) return 'Sending…';
  if (mode === 'closed') return 'This step is closed. Your draft is kept.';
  if (mode === 'paused') return 'Paused. Your draft is kept.';
  if (postingPaused) return 'Your posting is paused. Your draft is kept.';
  if (isTooLongToKeep(draft)) return 'Draft kept on this device only: it is too long for the server';
  return draft ? 'Draft kept' : '';
}

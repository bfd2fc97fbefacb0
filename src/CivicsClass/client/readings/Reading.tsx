import { useEffect, useRef, useState } from 'preact/hooks';
import type { MyReading, ReadingView } from '../contract';
import { announce } from '../parts/Announcer';
import { SideTag } from '../parts/sides';
import { SourceCard } from '../parts/SourceCard';
import { Early } from '../seat/Early';
import { useHeadingFocus, type StepProps } from '../seat/step';
import { usePart } from '../seat/Later';
import { useSending } from '../seat/useSending';
import { NotTaken } from './NotTaken';
import { Text } from './Text';
import { Tray } from './Tray';

/** One text after the other, in this student's own order. */
export function Reading({ live, lesson, step, head, view, my, mode, tray, look }: StepProps<ReadingView, MyReading>) {
  const order = my.order.filter((id) => view.readings[id]);
  const firstOpen = order.findIndex((id) => !my.finished.includes(id));
  const [at, go] = useState(Math.max(0, firstOpen));
  const sending = useSending(live);
  const big = usePart('debate', Object.values(lesson.open).some(({ kind }) => kind === 'debate'));
  const dialog = useRef<HTMLDialogElement>(null);
  const done = useRef<HTMLDivElement>(null);
  const id = order[at];
  const text = id === undefined ? undefined : view.readings[id];
  const heading = useHeadingFocus(`${step}/${id}`);
  const allFinished = order.every((reading) => my.finished.includes(reading));
  const wereFinished = useRef(allFinished);
  useEffect(() => {
    if (allFinished && !wereFinished.current) {
      done.current?.scrollIntoView({ block: 'nearest' });
      announce('You have finished all texts.');
    }
    wereFinished.current = allFinished;
  }, [allFinished]);
  if (id === undefined || !text) return <main id="main" class="page" />;

  const cited = big?.cited(lesson, id, look);
  const isFinished = my.finished.includes(id);
  const next = order.findIndex((reading, n) => n > at && !my.finished.includes(reading));
  const position = lesson.positions[text.side];
  const show = (n: number) => {
    go(n);
    scrollTo(0, 0);
  };
  const finish = async () => {
    if (await sending.send({ kind: 'reading.finish', step, reading: id })) if (next >= 0) show(next);
  };

  return (
    <>
      <main id="main" class="page stack">
        <nav class="texts" aria-label="Texts">
          {order.map((reading, n) => (
            <button key={reading} type="button" aria-current={n === at ? 'true' : undefined} aria-label={`Text ${n + 1}: ${view.readings[reading]?.title}${my.finished.includes(reading) ? ', finished' : ''}`} onClick={() => show(n)}>
              {my.finished.includes(reading) ? '✓' : n + 1}
            </button>
          ))}
          <span class="small">
            Text {at + 1} of {order.length}
          </span>
        </nav>
        <NotTaken changes={tray.refused.filter((passage) => passage.step === step && !passage.id.startsWith(`${id}.`))} read={tray.read} />
        <SideTag position={position} />
        <h1 ref={heading} tabIndex={-1} lang={text.language}>{text.title}</h1>
        <SourceCard text={text} position={position} />
        {cited?.text}
        {at === 0 && !allFinished && mode === 'open' && <p class="small">Tap the plus after a sentence to keep it as evidence for the debate. Dotted words are explained.</p>}
        <Text room={lesson.key} reading={id} text={text} glossary={view.glossary} tray={tray} disabled={lesson.phase === 'ended'} after={cited?.paragraph} />
        {sending.refused && <p class="error-box" role="alert">{sending.refused}</p>}
        {allFinished && (
          <div ref={done}>
            <Early early={mode === 'closed' ? '' : head.early}>You have finished all texts. {mode === 'closed' ? '' : 'Your teacher will go on when the class is ready.'}</Early>
          </div>
        )}
      </main>
      <footer class="foot row between">
        <button type="button" class="quiet tray-button" onClick={() => dialog.current?.showModal()}>
          <strong>{tray.kept}</strong> kept<span class="unseen"> in your evidence tray</span>
          {tray.entries.some(({ saving }) => saving) && <span class="small saving">Saving…</span>}
        </button>
        {!isFinished && mode !== 'closed' ? (
          <button type="button" class="primary" disabled={sending.busy || mode === 'paused'} onClick={() => void finish()}>
            I have finished this text
          </button>
        ) : at + 1 < order.length ? (
          <button type="button" class={next === at + 1 ? 'primary' : ''} onClick={() => show(at + 1)}>
            Next text
          </button>
        ) : (
          isFinished && <span class="saved">Saved · finished</span>
        )}
      </footer>
      <Tray dialog={dialog} lesson={lesson} entries={tray.entries} drop={tray.toggle} disabled={lesson.phase === 'ended'} />
    </>
  );
}

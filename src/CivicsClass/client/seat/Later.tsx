import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ClassView, StepHead } from '../contract';
import { PARTS, type Kind, type Part } from './bigSteps';

const TRY_AGAIN_MS = 3000;

const there: { [K in Kind]?: Part<K> } = {};
const coming: { [K in Kind]?: Promise<void> } = {};

function fetchPart(kind: Kind): Promise<void> {
  return (coming[kind] ??= PARTS[kind]().then(
    (part) => void ((there as Record<Kind, unknown>)[kind] = part),
    (why: unknown) => {
      coming[kind] = undefined;
      throw why;
    },
  ));
}

/** Once the lesson runs: the code of large steps that still come, before they open. What fails is tried again when its step shows. */
export function useWhatComes(lesson: ClassView): void {
  const wanted = lesson.phase === 'running' ? lesson.stepOrder.flatMap((step) => partToCome(lesson.steps[step]) ?? []) : [];
  useEffect(() => {
    for (const kind of wanted) fetchPart(kind).catch(() => {});
  }, [wanted.join()]);
}

function partToCome(head: StepHead | undefined): Kind | undefined {
  const isComing = head?.status === 'upcoming' || head?.status === 'open';
  return isComing && head.kind in PARTS ? (head.kind as Kind) : undefined;
}

/** The code of one large step, as soon as it is there; nothing while it is not wanted. */
export function usePart<K extends Kind>(kind: K, isWanted = true): Part<K> | undefined {
  const [, render] = useState(0);
  // As drawn: what comes between drawing and the effect must still be drawn.
  const drawn = there[kind];
  useEffect(() => {
    if (drawn || !isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = () =>
      fetchPart(kind).then(
        () => isGone || render((n) => n + 1),
        () => isGone || (timer = setTimeout(ask, TRY_AGAIN_MS)),
      );
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [kind, isWanted]);
  return isWanted ? drawn : undefined;
}

/** Shows what `show` makes of a large step. */
export function Later<K extends Kind>({ kind, title, show }: { kind: K; title: string; show: (part: Part<K>) => VNode }) {
  const part = usePart(kind);
  return part ? show(part) : <Coming title={title} />;
}

/** A page that was opened before the server was renewed finds its parts no more: then only loading it again helps. */
function Coming({ title }: { title: string }) {
  const [isSlow, be] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => be(true), TRY_AGAIN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main id="main" class="page stack">
      <h1>{title}</h1>
      <p role="status">{isSlow ? 'This step is slow to come. Trying again.' : 'One moment.'}</p>
      {isSlow && (
        <p>
          <button type="button" onClick={() => location.reload()}>
            Reload the page
          </button>
        </p>
      )}
    </main>
  );
}

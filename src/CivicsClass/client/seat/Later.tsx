import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ClassView, StepHead } from '../contract';

const TRY_AGAIN_MS = 3000;

type BigSteps = typeof import('./bigSteps');
let there: BigSteps | undefined;
let coming: Promise<void> | undefined;

function fetchBigSteps(): Promise<void> {
  return (coming ??= import('./bigSteps').then(
    (steps) => void (there = steps),
    (why: unknown) => {
      coming = undefined;
      throw why;
    },
  ));
}

/** Once the lesson runs: the code of large steps that still come, before they open. What fails is tried again when its step shows. */
export function useWhatComes(lesson: ClassView): void {
  const isComing = lesson.phase === 'running' && lesson.stepOrder.some((step) => isToCome(lesson.steps[step]));
  useEffect(() => {
    if (isComing) fetchBigSteps().catch(() => {});
  }, [isComing]);
}

function isToCome(head: StepHead | undefined): boolean {
  return (head?.kind === 'debate' || head?.kind === 'sourceCheck' || head?.kind === 'poll') && (head.status === 'upcoming' || head.status === 'open');
}

/** The large steps, as soon as they are there; nothing while they are not wanted. */
export function useBigSteps(areWanted = true): BigSteps | undefined {
  const [, render] = useState(0);
  // As drawn: what comes between drawing and the effect must still be drawn.
  const drawn = there;
  useEffect(() => {
    if (drawn || !areWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = () =>
      fetchBigSteps().then(
        () => isGone || render((n) => n + 1),
        () => isGone || (timer = setTimeout(ask, TRY_AGAIN_MS)),
      );
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [areWanted]);
  return areWanted ? drawn : undefined;
}

/** Shows what `show` makes of the large steps. */
export function Later({ title, show }: { title: string; show: (steps: BigSteps) => VNode }) {
  const steps = useBigSteps();
  return steps ? show(steps) : <Coming title={title} />;
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

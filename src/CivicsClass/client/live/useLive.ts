import { useCallback, useEffect, useReducer } from 'preact/hooks';
import { remainingMs, type Clock } from './clock';
import type { Drafts } from './drafts';
import type { Live } from './live';
import type { TimerView } from '../contract';

/** Renders again whenever the live session changes. */
export function useLive<V extends object>(live: Live<V>): Live<V> {
  const [, render] = useReducer<number, void>((n) => n + 1, 0);
  useEffect(() => {
    // What changed between the first render and now was heard by nobody.
    render();
    return live.subscribe(() => render());
  }, [live]);
  return live;
}

/** The text of a draft and a way to change it; another tab's typing shows here too. */
export function useDraft(drafts: Drafts, field: string): [text: string, write: (text: string) => void] {
  const [, render] = useReducer<number, void>((n) => n + 1, 0);
  useEffect(() => {
    render();
    return drafts.subscribe(field, () => render());
  }, [drafts, field]);
  const write = useCallback((text: string) => {
    drafts.write(field, text);
    render();
  }, [drafts, field]);
  return [drafts.text(field), write];
}

/** Milliseconds left, counted down on the second; absent without a time limit. */
export function useRemaining(timer: TimerView, clock: Clock): number | undefined {
  const [, look] = useReducer<number, void>((n) => n + 1, 0);
  const runs = timer.endsAt !== undefined && !timer.up;
  useEffect(() => {
    if (!runs) return;
    let handle: ReturnType<typeof setTimeout>;
    const tick = () => {
      look();
      const left = remainingMs(timer, clock.now()) ?? 0;
      handle = setTimeout(tick, (left % 1000) + 20);
    };
    handle = setTimeout(tick, 20);
    return () => clearTimeout(handle);
  }, [timer, runs, clock]);
  return remainingMs(timer, clock.now());
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

type State = { of: string; level: number };

/** The first level, from 0 to `last`, at which `fits` says that what is drawn has room.
 * Starts over when what there is to show (`of`) or the room for it changes. */
export function useLevel(room: RefObject<HTMLElement | null>, of: string, last: number, fits: (room: HTMLElement) => boolean): number {
  const [state, set] = useState<State>({ of, level: 0 });
  const level = state.of === of ? state.level : 0;

  useLayoutEffect(() => {
    if (level < last && !fits(room.current!)) set({ of, level: level + 1 });
  }, [of, level]);
  useLayoutEffect(() => {
    const box = room.current!;
    let before = `${box.clientWidth} ${box.clientHeight}`;
    const watch = new ResizeObserver(() => {
      const now = `${box.clientWidth} ${box.clientHeight}`;
      if (now === before) return;
      before = now;
      set({ of: '', level: 0 });
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return level;
}

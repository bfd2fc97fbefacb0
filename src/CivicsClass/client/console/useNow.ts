import { useEffect, useState } from 'preact/hooks';
import type { Clock } from '../live/clock';

const REFRESH_MS = 10_000;

/** Server time, fresh enough for 'away 2 min'. */
export function useNow(clock: Clock): number {
  const [, refresh] = useState(0);
  useEffect(() => {
    const handle = setInterval(() => refresh((n) => n + 1), REFRESH_MS);
    return () => clearInterval(handle);
  }, []);
  return clock.now();
}

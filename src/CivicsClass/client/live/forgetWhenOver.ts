import type { Phase } from '../contract';
import type { Live } from './live';

/** Clears the device once the teacher has ended the session or the student is out of it. */
export function forgetWhenOver(live: Live<{ class: { phase: Phase } }>): void {
  const stop = live.subscribe(() => {
    if (live.status !== 'removed' && live.views.class?.phase !== 'ended') return;
    stop();
    live.drafts.forget();
  });
}

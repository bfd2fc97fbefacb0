import type { Phase } from '../contract';
import type { Live } from './live';

/** Clears the device once the teacher has ended the session or taken the student out of it. Not when the server merely does not
 *  know the device: that may be a proxy's mistake, and what was typed must outlive it. */
export function forgetWhenOver(live: Live<{ class: { phase: Phase } }>): void {
  const stop = live.subscribe(() => {
    if (!live.wasSentAway && live.views.class?.phase !== 'ended') return;
    stop();
    live.forget();
  });
}

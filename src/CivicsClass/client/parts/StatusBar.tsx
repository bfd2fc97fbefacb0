import type { Status } from '../live/live';

/** Says calmly what the connection does; nothing while all is well. Shows after a moment, so that a blink goes unseen; at once
 *  when the device itself knows that it is offline.
 *  `kept`: the device keeps what is done and written. */
export function StatusBar({ status, heldUp, kept }: { status: Status; heldUp: boolean; kept: boolean }) {
  const promise = kept ? 'Your work is kept on this device. ' : '';
  return (
    <div class={navigator.onLine ? 'status-bar' : 'status-bar at-once'} role="status">
      {status === 'reconnecting' && <p>Reconnecting. {promise}Leave this page open: it goes on by itself.</p>}
      {status === 'live' && heldUp && <p>The server cannot save at the moment. {promise}It is sent again by itself. Leave this page open.</p>}
    </div>
  );
}

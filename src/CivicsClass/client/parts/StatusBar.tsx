import type { Status } from '../live/live';

/** Says calmly what the connection does; nothing while all is well. Shows after a moment, so that a blink goes unseen. */
export function StatusBar({ status, heldUp }: { status: Status; heldUp: boolean }) {
  return (
    <div class="status-bar" role="status">
      {status === 'reconnecting' && <p>Reconnecting. Your work is kept on this device. Leave this page open: it goes on by itself.</p>}
      {status === 'live' && heldUp && <p>The server cannot save at the moment. Your work is kept on this device and is sent again by itself. Leave this page open.</p>}
    </div>
  );
}

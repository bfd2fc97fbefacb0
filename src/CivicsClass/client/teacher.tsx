import { render } from 'preact';
import { Console } from './console/Console';
import type { Place } from './console/desk';
import type { TeacherCommand, TeacherView } from './contract';
import { type Live, startLive } from './live/live';
import { Refused } from './live/outbox';
import { useLive } from './live/useLive';

const app = document.getElementById('app')!;
const { key = '', hub = '', joinUrl = '', wallUrl = '', reportUrl = '', qr = '', antiforgery = '' } = app.dataset;
const place: Place = { key, joinUrl, wallUrl, reportUrl, qr, antiforgery };
const live = startLive<{ teacher: TeacherView }>({
  hub,
  audiences: ['teacher'],
  turnedAway: 'You are not signed in for this session any more. Reload the page to sign in again.',
});

async function send(command: TeacherCommand): Promise<string | undefined> {
  try {
    await live.do(command);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

function Page({ live: from }: { live: Live<{ teacher: TeacherView }> }) {
  const { removed, views, status, clock, isHeldUp } = useLive(from);
  if (removed !== undefined) return <main class="alone"><h1>This console is closed</h1><p>{removed}</p></main>;
  if (views.teacher === undefined) return <main class="alone"><p role="status">Opening the console…</p></main>;
  return <Console view={views.teacher} place={place} clock={clock} status={status} heldUp={isHeldUp} send={send} />;
}

app.replaceChildren();
render(<Page live={live} />, app);

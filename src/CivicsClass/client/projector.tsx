import { render } from 'preact';
import type { WallView } from './contract';
import { type Live, startLive } from './live/live';
import { useLive } from './live/useLive';
import { Wall } from './wall/Wall';

const app = document.getElementById('app')!;
const { hub = '', joinHost = '', qr = '' } = app.dataset;
const live = startLive<{ wall: WallView }>({ hub, audiences: ['wall'], turnedAway: 'This projector is not part of the session any more. Open it again from the console.' });

function Page({ live: from }: { live: Live<{ wall: WallView }> }) {
  const { removed, views, status, clock } = useLive(from);
  if (removed !== undefined) return <main class="wall centre"><p class="lead">{removed}</p></main>;
  if (views.wall === undefined) return <main class="wall centre"><p class="lead" role="status">One moment…</p></main>;
  return <Wall view={views.wall} place={{ joinHost, qr }} clock={clock} status={status} />;
}

app.replaceChildren();
render(<Page live={live} />, app);

import type { WallView } from '../contract';
import { grouped } from '../console/roster';
import type { WallPlace } from './Wall';

const MANY = 36;

export function LobbyWall({ view, place }: { view: WallView; place: WallPlace }) {
  const code = view.joinCode;
  return (
    <main class={view.aliases.length > MANY ? 'wall lobby many' : 'wall lobby'}>
      {code === undefined ? (
        <p class="goto">The door is locked. The lesson begins soon.</p>
      ) : (
        <div class="invite">
          <div>
            <p class="goto">Go to <strong>{place.joinHost}</strong> and enter</p>
            <p class="wallCode"><span class="unseen">{[...code].join(' ')}</span><span aria-hidden="true">{grouped(code)}</span></p>
          </div>
          <img src={place.qr} alt="QR code of the join link" />
        </div>
      )}
      <h1>{view.question}</h1>
      <div class="names">
        <span class="here">{view.here === 0 ? 'Nobody here yet' : `${view.here} here`}</span>
        {view.aliases.map((alias) => <span key={alias}>{alias}</span>)}
      </div>
    </main>
  );
}

import { CHARTS, type Figures, ROWS, inWords, summary, verdict } from './figures';
import { Chart } from './Chart';

export type Link = 'live' | 'paused' | 'away' | 'signed out';

export function Board({ figures, link, onPause }: { figures: Figures; link: Link; onPause: () => void }) {
  const { every, samples } = figures;
  const { kind, text } = verdict(figures);
  const last = samples.at(-1);
  return (
    <>
      <div class={`verdict ${kind}`}>
        <p role="status">{linkInWords(link) ?? text}</p>
        {link !== 'signed out' && (
          <button class="small-btn" type="button" aria-pressed={link === 'paused'} onClick={onPause}>
            {link === 'paused' ? 'Go on' : 'Pause'}
          </button>
        )}
      </div>
      <p class="small">
        {last ? <>As of <time dateTime={new Date(last.at).toISOString()}>{new Date(last.at).toLocaleTimeString()}</time>, new every {every} seconds. </> : null}
        Kept for 15 minutes, in this server’s memory only.
      </p>
      <section class="charts" aria-label="Charts">
        {CHARTS.map((series) => <Chart key={series.name} series={series} samples={samples} every={every} />)}
      </section>
      <section class="card stack">
        <h2 id="all-figures">All figures</h2>
        <div class="scroll" tabIndex={0} role="region" aria-labelledby="all-figures">
          <table>
            <thead><tr><th scope="col">Figure</th><th scope="col">Now</th><th scope="col">Highest</th><th scope="col">Average</th></tr></thead>
            <tbody>
              {ROWS.map((series) => {
                const { now, highest, average } = summary(samples, series);
                return (
                  <tr key={series.name}>
                    <th scope="row">{series.name}{series.hint === 'in five seconds' && <span class="small"> in five seconds</span>}</th>
                    {[now, highest, average].map((value, i) => <td key={i}>{inWords(value, series)}</td>)}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}

function linkInWords(link: Link): string | undefined {
  switch (link) {
    case 'away':
      return 'The server does not answer. Trying again every few seconds; the figures below are the last ones.';
    case 'signed out':
      return 'You are not signed in as an admin any more. Reload the page to sign in again.';
    default:
      return undefined;
  }
}

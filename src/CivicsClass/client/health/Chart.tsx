import { type Sample, SHOWN_MINUTES, type Series, ceiling, inWords, points, summary } from './figures';

const WIDTH = 300;
const HEIGHT = 72;

/** A small chart of one figure over the last quarter of an hour; the table below says the same in numbers. */
export function Chart({ series, samples, every }: { series: Series; samples: Sample[]; every: number }) {
  const values = samples.map(series.of);
  const { now, highest } = summary(samples, series);
  const most = ceiling(highest ?? 0);
  const line = points(values, most, WIDTH, HEIGHT, (SHOWN_MINUTES * 60) / every);
  const path = line.map(([x, y]) => `${x},${y}`).join(' ');
  return (
    <figure class="card chart">
      <figcaption>
        <span class="name">{series.name}</span>
        <strong class="now">{inWords(now, series)}</strong>
      </figcaption>
      <div class="plot">
        <span class="most small" aria-hidden="true">{inWords(most, { ...series, level: true })}</span>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`${series.name}: now ${inWords(now, series)}, at most ${inWords(highest, series)} in ${SHOWN_MINUTES} minutes`}>
          <line class="grid" x1="0" y1={HEIGHT / 2} x2={WIDTH} y2={HEIGHT / 2} />
          {line.length > 1 && <polygon class="area" points={`${line[0]![0]},${HEIGHT} ${path} ${WIDTH},${HEIGHT}`} />}
          <polyline class="line" points={path} />
          <line class="ground" x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        </svg>
        <p class="ends small" aria-hidden="true"><span>{SHOWN_MINUTES} min ago</span><span>now</span></p>
      </div>
      {series.hint && <p class="small">{series.hint[0]!.toUpperCase() + series.hint.slice(1)}.</p>}
    </figure>
  );
}

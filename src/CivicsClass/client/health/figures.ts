/** One stretch of a few seconds, as the server measured it. Mirrors HealthSample. */
export type Sample = {
  at: number;
  students: number;
  teachers: number;
  walls: number;
  sessions: number;
  joins: number;
  commits: number;
  batch: number;
  storeMs: number;
  mailbox: number;
  showMs: number;
  resyncs: number;
  refused: number;
  failed: number;
  processor: number;
  memoryMb: number;
};

/** `every`: seconds from one sample to the next. */
export type Figures = { every: number; samples: Sample[] };

/** `level`: a state that is there even when nothing happens; otherwise it is measured only when something does. */
export type Series = { name: string; unit: string; of: (sample: Sample) => number; level?: boolean; hint?: string };

export const SHOWN_MINUTES = 15;

export const CHARTS: Series[] = [
  { name: 'Students connected', unit: '', of: (s) => s.students, level: true },
  { name: 'Time to store', unit: 'ms', of: (s) => s.storeMs, hint: '99 of 100 commits took at most this' },
  { name: 'Time to the screens', unit: 'ms', of: (s) => s.showMs, hint: 'from stored to sent, for 99 of 100 changes; a screen that many share waits up to a second on purpose' },
  { name: 'Longest mailbox', unit: '', of: (s) => s.mailbox, hint: 'messages that waited in one class; it holds 2,000' },
  { name: 'Processor', unit: '%', of: (s) => s.processor, level: true, hint: 'of all cores' },
  { name: 'Memory', unit: 'MB', of: (s) => s.memoryMb, level: true },
];

export const ROWS: Series[] = [
  ...CHARTS,
  { name: 'Teachers connected', unit: '', of: (s) => s.teachers, level: true },
  { name: 'Walls connected', unit: '', of: (s) => s.walls, level: true },
  { name: 'Sessions in memory', unit: '', of: (s) => s.sessions, level: true },
  { name: 'Commits a second', unit: '', of: (s) => s.commits, level: true },
  { name: 'Sessions that share a commit', unit: '', of: (s) => s.batch },
  { name: 'Students who joined', unit: '', of: (s) => s.joins, level: true, hint: 'in five seconds' },
  { name: 'Pages that asked again', unit: '', of: (s) => s.resyncs, level: true, hint: 'in five seconds' },
  { name: 'Refused with a sentence', unit: '', of: (s) => s.refused, level: true, hint: 'in five seconds' },
  { name: 'Could not be stored', unit: '', of: (s) => s.failed, level: true, hint: 'in five seconds' },
];

/** Before decimals stop mattering. */
const ROUND_FROM = 10;

export function inWords(value: number | undefined, series: Series): string {
  if (value === undefined || (value === 0 && !series.level)) return '–';
  const number = value.toLocaleString('en', { maximumFractionDigits: value >= ROUND_FROM ? 0 : 1 });
  if (series.unit === '') return number;
  return series.unit === '%' ? `${number}%` : `${number} ${series.unit}`;
}

export type Summary = { now: number | undefined; highest: number | undefined; average: number | undefined };

/** What is measured only when something happens is averaged over the stretches in which something did. */
export function summary(samples: Sample[], series: Series): Summary {
  const values = samples.map(series.of);
  const counted = series.level ? values : values.filter((value) => value > 0);
  if (values.length === 0) return { now: undefined, highest: undefined, average: undefined };
  return {
    now: values.at(-1),
    highest: Math.max(...values),
    average: counted.length === 0 ? 0 : counted.reduce((sum, value) => sum + value, 0) / counted.length,
  };
}

export type Verdict = { kind: 'waiting' | 'well' | 'slow' | 'trouble'; text: string };

/** The slowest that an answer may be stored before a class feels it. */
const SLOW_STORE_MS = 250;
const FULL_MAILBOX = 1_000;
const BUSY_PROCESSOR_PERCENT = 90;

/** What the last minute says, in one sentence. */
export function verdict({ every, samples }: Figures): Verdict {
  const minute = samples.slice(-Math.ceil(60 / every));
  const highest = (of: (sample: Sample) => number) => Math.max(...minute.map(of));
  if (minute.length === 0) return { kind: 'waiting', text: 'The first figures come in a few seconds.' };
  if (highest((s) => s.failed) > 0)
    return {
      kind: 'trouble',
      text: 'In the last minute something could not be stored. Students were told so, and their work is kept on their devices. Look at the room on the disk, at the database and at the log.',
    };
  if (highest((s) => s.storeMs) > SLOW_STORE_MS) return { kind: 'slow', text: 'Storing takes long. Nothing is lost, but answers are saved later than they should be. Look at the disk or the database.' };
  if (highest((s) => s.mailbox) > FULL_MAILBOX) return { kind: 'slow', text: 'One class is very busy. Its students may be asked to try again in a moment.' };
  if (Math.min(...minute.map((s) => s.processor)) > BUSY_PROCESSOR_PERCENT) return { kind: 'slow', text: 'The processor has been fully used for a minute. Classes go on, but slower.' };
  return { kind: 'well', text: 'All is well.' };
}

/** The line of a chart in a box of `width` × `height`, the newest at the right edge. */
export function points(values: number[], most: number, width: number, height: number, places: number): [x: number, y: number][] {
  const step = width / (places - 1);
  const top = most > 0 ? most : 1;
  return values.slice(-places).map((value, i, shown) => [round(width - (shown.length - 1 - i) * step), round(height - (value / top) * height)]);
}

/** A round number that the highest value fits under. */
export function ceiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= value)!;
}

const round = (value: number) => Math.round(value * 10) / 10;

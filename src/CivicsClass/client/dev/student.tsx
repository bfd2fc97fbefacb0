import { render } from 'preact';
import { startLive } from '../live/live';
import type { Wire } from '../live/connection';
import { Seat } from '../seat/Seat';
import type { StudentViews } from '../seat/step';
import { fixtures, type Pack } from './fixtures';

declare const PACK: Pack;

const name = new URLSearchParams(location.search).get('screen') ?? location.hash.slice(1);
const all = fixtures(PACK);
const fixture = all[name];

/** A server that has one state and stores nothing. */
function wire(): Wire {
  const heard = new Map<string, (...args: never[]) => void>();
  let close = () => {};
  return {
    start: () => (heard.has('started') ? Promise.reject(new Error('gone')) : Promise.resolve()),
    stop: async () => {},
    invoke: async <T,>(method: string) => {
      if (method === 'Enter') {
        if (fixture?.status === 'removed') setTimeout(() => (heard.get('Removed') as unknown as (s: string) => void)?.('Your teacher has removed you from this class. Talk to your teacher.'));
        if (fixture?.status === 'reconnecting') setTimeout(() => (heard.set('started', () => {}), close()), 50);
        return { now: Date.now(), views: { class: { version: [1, 1], view: fixture?.class }, my: { version: [1, 1], view: fixture?.my } }, drafts: keptDrafts() } as T;
      }
      await new Promise((answered) => setTimeout(answered, 250));
      if (fixture?.status === 'refusing') return { refused: 'This question is closed now. The answer you gave before counts.' } as T;
      return { seq: 1 } as T;
    },
    on: (method, hear) => void heard.set(method, hear),
    onclose: (hear) => (close = hear),
  };
}

function keptDrafts() {
  return Object.fromEntries(Object.entries(fixture?.drafts ?? {}).map(([field, text]) => [field, { text, at: Date.now() }]));
}

if (!fixture) {
  render(<ul>{Object.keys(all).map((screen) => <li key={screen}><a href={`?screen=${screen}`}>{screen}</a></li>)}</ul>, document.getElementById('app')!);
} else {
  const live = startLive<StudentViews>({ hub: '/s/k1/student', audiences: ['class', 'my'], wire: wire() });
  render(<Seat live={live} word="maple-canyon-27" />, document.getElementById('app')!);
  (fixture.clicks ?? []).forEach((selector, at) => setTimeout(() => document.querySelector<HTMLElement>(selector)?.click(), 150 + at * 150));
}

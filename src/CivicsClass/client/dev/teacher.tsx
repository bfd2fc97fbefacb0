import { render } from 'preact';
import { Console } from '../console/Console';
import { Clock } from '../live/clock';
import type { Pack } from './fixtures';
import { consoles } from './consoles';

declare const PACK: Pack;

const all = consoles(PACK);
const fixture = all[new URLSearchParams(location.search).get('screen') ?? ''];
const place = { joinUrl: '', wallUrl: '', reportUrl: '', qr: '', antiforgery: '', key: 'k1' };

localStorage.clear();
if (!fixture) {
  render(<ul>{Object.keys(all).map((screen) => <li key={screen}><a href={`?screen=${screen}`}>{screen}</a></li>)}</ul>, document.getElementById('app')!);
} else {
  render(<Console view={fixture.view} place={place} clock={new Clock()} status="live" heldUp={false} send={async () => undefined} />, document.getElementById('app')!);
  (fixture.clicks ?? []).forEach((selector, at) => setTimeout(() => document.querySelector<HTMLElement>(selector)?.click(), 150 + at * 150));
}

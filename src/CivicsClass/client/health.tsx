/** The admin's page about the server: asks for the figures every few seconds and draws them. */
import { render } from 'preact';
import { Board, type Link } from './health/Board';
import type { Figures } from './health/figures';

const ASK_EVERY_MS = 5_000;
const PATIENCE_MS = 4_000;

const app = document.getElementById('health')!;
let figures: Figures | undefined;
let link: Link = 'live';

async function ask(): Promise<Link> {
  try {
    const answer = await fetch(app.dataset.figures!, { redirect: 'manual', headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.type === 'opaqueredirect' || answer.status === 404) return 'signed out';
    if (!answer.ok) return 'away';
    figures = (await answer.json()) as Figures;
    return 'live';
  } catch {
    return 'away';
  }
}

async function refresh(): Promise<void> {
  if (link === 'paused' || link === 'signed out' || document.hidden) return;
  const found = await ask();
  if ((link as Link) !== 'paused') link = found;
  draw();
}

function pause(): void {
  link = link === 'paused' ? 'live' : 'paused';
  draw();
  void refresh();
}

function draw(): void {
  if (app.firstElementChild?.getAttribute('role') === 'status') app.replaceChildren();
  render(<Board figures={figures ?? { every: ASK_EVERY_MS / 1_000, samples: [] }} link={link} onPause={pause} />, app);
}

setInterval(() => void refresh(), ASK_EVERY_MS);
document.addEventListener('visibilitychange', () => void refresh());
void refresh();

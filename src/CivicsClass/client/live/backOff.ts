const FIRST_MS = 250;
const MOST_MS = 8000;

/** How long to wait before the next attempt; the jitter keeps a class from coming back all at once. */
export function backOffMs(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(most / 2 + (random() * most) / 2);
}

import type { TimerView } from '../contract';

const TRUST_MS = 3000;

/** The server's time as this device can tell it: the device's own clock may be wrong. */
export class Clock {
  private offset: number | undefined;

  constructor(private readonly device: () => number = Date.now) {}

  now(): number {
    return this.device() + (this.offset ?? 0);
  }

  /** The answer to a question asked at `sentAt` (device time). */
  answered(serverNow: number, sentAt: number): void {
    const roundTrip = this.device() - sentAt;
    this.offset = serverNow + roundTrip / 2 - this.device();
  }

  /** A message without a question: late by an unknown time, so only a later reading is a better one. */
  heard(serverNow: number): void {
    const offset = serverNow - this.device();
    if (this.offset === undefined || offset > this.offset || offset < this.offset - TRUST_MS) this.offset = offset;
  }
}

/** What is left of a step's time; absent when it has no limit. */
export function remainingMs(timer: TimerView, now: number): number | undefined {
  if (timer.up) return 0;
  if (timer.remainingMs !== undefined) return timer.remainingMs;
  if (timer.endsAt === undefined) return undefined;
  return Math.max(0, Date.parse(timer.endsAt) - now);
}

/** By so much this device may be behind the server: a minute that has just begun is not written 1:01. */
const BEHIND_MS = 250;

/** "7:05"; whole seconds, rounded up, so that it says 0:00 only at the end. */
export function asClock(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms - BEHIND_MS) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Calm: minutes while there are many, seconds in the last one. */
export function asWords(ms: number): string {
  if (ms > 90_000) return `${Math.round(ms / 60_000)} min left`;
  return `${asClock(ms)} left`;
}

const MILESTONES: [ms: number, sentence: string][] = [
  [300_000, '5 minutes left.'],
  [60_000, '1 minute left.'],
  [30_000, '30 seconds left.'],
  [10_000, '10 seconds left.'],
];

/** More than passes between two looks at the clock: the device slept. */
const JUMP_MS = 90_000;

/** A look at the clock. */
export interface Look {
  endsAt: string | undefined;
  left: number | undefined;
}

/** The sentence to announce when the time left fell from `before` to `after`; absent between milestones, and when the time was set anew. */
export function milestone(before: Look, after: Look): string | undefined {
  const [was, is] = [before.left, after.left];
  if (was === undefined || is === undefined || before.endsAt !== after.endsAt || was - is > JUMP_MS) return undefined;
  return MILESTONES.filter(([ms]) => was > ms && is <= ms && is > 0).at(-1)?.[1];
}

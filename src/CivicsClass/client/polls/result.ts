import type { PollOutcome, PollResult } from '../contract';

export interface Share {
  option: string;
  label: string;
  count: number;
  percent: number;
  /** Percent in the earlier poll, where both are shown. */
  before?: number;
}

/** Each option with its votes, in the order of the poll; nothing where the result must not be known. */
export function shares(poll: { optionOrder: string[]; options: Record<string, string>; result?: PollResult; before?: PollResult }): Share[] {
  const { result, before } = poll;
  if (!result?.counts) return [];
  return poll.optionOrder.map((option) => ({
    option,
    label: poll.options[option] ?? option,
    count: result.counts?.[option] ?? 0,
    percent: percent(result, option),
    ...(before?.counts && { before: percent(before, option) }),
  }));
}

function percent(result: PollResult, option: string): number {
  return result.votes ? Math.round((100 * (result.counts?.[option] ?? 0)) / result.votes) : 0;
}

/** Why nothing is shown; empty where it is. */
export function why(outcome: PollOutcome): string {
  if (outcome === 'tooFew') return 'Fewer than ten voted, so nothing is shown or kept: with so few, somebody could be found out.';
  if (outcome === 'tooEasyToGuess') return 'Fewer than three chose one of the answers, so nothing is shown or kept: somebody could be found out.';
  return '';
}

/** "42 %, 50 % before". */
export function inWords({ percent: now, before }: Share): string {
  return before === undefined ? `${now} %` : `${now} %, ${before} % before`;
}

import type { MyTeam } from '../contract';
import type { Slot } from './form';
import { statement } from './teams';

export type Next = { write: Slot } | { sign: true } | { wait: true };

/** The one next thing on the way to a statement: something in every part, then each says how far they go along. */
export function nextInStatement(team: MyTeam, positions: readonly string[]): Next {
  const { agreed, open, strongest } = statement(team);
  if (agreed.length === 0) return { write: { part: 'agreed' } };
  if (open.length === 0) return { write: { part: 'open' } };
  const side = positions.find((one) => !strongest[one]);
  if (side !== undefined) return { write: { part: 'strongest', side } };
  return team.signed ? { wait: true } : { sign: true };
}

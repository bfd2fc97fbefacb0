import type { TeacherControversy } from '../contract';

/** Teams in the order in which a teacher might go there: who called, then who needs something, then by number. */
export function byNeed({ teamOrder, teams }: Pick<TeacherControversy, 'teamOrder' | 'teams'>): string[] {
  const rank = (id: string) => (teams[id]!.called ? 0 : teams[id]!.needs ? 1 : 2);
  return teamOrder.filter((id) => teams[id]).sort((a, b) => rank(a) - rank(b) || teams[a]!.number - teams[b]!.number);
}

/** Teams that are where the class is and not complete. */
export function unready({ teamOrder, teams, phase }: Pick<TeacherControversy, 'teamOrder' | 'teams' | 'phase'>): string[] {
  if (phase === 'teams') return [];
  return teamOrder.filter((id) => teams[id] && teams[id].phase === phase && !teams[id].ready);
}

import type { TeacherView } from '../contract';

/** Whom the teacher can speak to: the class, a side, a team. */
export type Addressee = { label: string; step?: string; side?: string; team?: string };

/** Sides and teams of the steps that were opened, the latest step's first. */
export function addressees(view: TeacherView): Addressee[] {
  const { stepOrder, steps, open, positionOrder, positions } = view.class;
  const found = stepOrder.filter((step) => open[step]).reverse().flatMap((step): Addressee[] => {
    const it = view.steps[step];
    const where = steps[step]!.title;
    if (it?.kind === 'debate' && it.sides === 'lot' && Object.keys(it.lots).length > 0)
      return positionOrder.map((side) => ({ label: `Those who argue “${positions[side]!.short}” · ${where}`, step, side }));
    if (it?.kind === 'controversy' && it.teamOrder.length > 0)
      return [
        ...it.teamOrder.map((team) => ({ label: `Team ${it.teams[team]!.number} · ${where}`, step, team })),
        ...positionOrder.map((side) => ({ label: `Pairs assigned “${positions[side]!.short}” · ${where}`, step, side })),
      ];
    return [];
  });
  return [{ label: 'Everybody' }, ...found];
}

/** The words for whom a standing prompt is for. */
export function labelOf(all: readonly Addressee[], to: { step?: string; side?: string; team?: string }): string {
  return all.find((one) => one.step === to.step && one.side === to.side && one.team === to.team)?.label ?? 'Some students';
}

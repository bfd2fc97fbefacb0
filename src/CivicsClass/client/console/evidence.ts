import type { ArgumentStatus, ClassView, TeacherDebate } from '../contract';

export type Used = { reading: string; title: string; side?: string; times: number };

/** How often each text is quoted by arguments in these states, the most quoted first. `side` is absent for background. */
export function evidence(debate: TeacherDebate, lesson: ClassView, states: readonly ArgumentStatus[]): Used[] {
  const used = new Map<string, Used>();
  for (const id of debate.order) {
    const argument = debate.arguments[id];
    if (!argument || !states.includes(argument.status)) continue;
    for (const quotation of argument.card.quotations) {
      const reading = quotation.passage.split('.')[0]!;
      const row = used.get(reading) ?? { reading, title: quotation.title, ...sideOf(lesson, reading), times: 0 };
      used.set(reading, { ...row, times: row.times + 1 });
    }
  }
  return [...used.values()].sort((a, b) => b.times - a.times || a.title.localeCompare(b.title));
}

function sideOf(lesson: ClassView, reading: string): { side?: string } {
  for (const step of Object.values(lesson.open)) {
    const side = step.kind === 'reading' ? step.readings[reading]?.side : undefined;
    if (side !== undefined && side in lesson.positions) return { side };
  }
  return {};
}

import type { TeacherNorms } from '../contract';
import type { Desk } from './desk';
import { outOf } from './classroom';
import { Share } from './Share';

export function NormsPanel({ desk, step, norms }: { desk: Desk; step: string; norms: TeacherNorms }) {
  const open = desk.view.class.open[step];
  const of = outOf(desk.view, norms.accepted);
  return (
    <section class="card stack">
      <h2>The class’s norms</h2>
      <Share label="Accepted" value={norms.accepted} of={of} />
      <p class="small">Nobody posts before accepting, late arrivals included.</p>
      {open?.kind === 'norms' && <ol class="plain">{open.norms.map((norm) => <li key={norm}>{norm}</li>)}</ol>}
    </section>
  );
}

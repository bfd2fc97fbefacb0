import type { TeacherReading } from '../contract';
import { NotReviewed } from '../parts/NotReviewed';
import { SideTag } from '../parts/sides';
import type { Desk } from './desk';
import { outOf } from './classroom';
import { Share } from './Share';

export function ReadingPanel({ desk, step, reading }: { desk: Desk; step: string; reading: TeacherReading }) {
  const { view } = desk;
  const open = view.class.open[step];
  const side = (id: string) => (open?.kind === 'reading' ? open.readings[id]?.side : undefined);
  const order = [undefined, ...view.class.positionOrder];
  const ids = Object.keys(reading.titles).sort((a, b) => rank(side(a)) - rank(side(b)));
  function rank(of: string | undefined): number {
    return Math.max(order.indexOf(of), 0);
  }
  return (
    <section class="card stack">
      <h2>Finished, text by text</h2>
      {ids.map((id) => {
        const n = reading.perReading[id] ?? 0;
        return <Share key={id} label={<><SideTag position={view.class.positions[side(id) ?? ''] } /> {reading.titles[id]} <NotReviewed when={reading.notReviewed?.includes(id)} /></>} value={n} of={outOf(view, n)} />;
      })}
      <p class="small">Half of the class begins with the other side, so the counts of the two sides grow together.</p>
    </section>
  );
}

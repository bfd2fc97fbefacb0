import type { TeacherDebate } from '../contract';
import { SideTag } from '../parts/sides';
import { boardOf, count } from './classroom';
import type { Desk } from './desk';
import { seats } from './roster';
import { NONE, type Part, takingPart } from './participation';

const COLUMNS: [keyof Part, string][] = [['posted', 'Posted'], ['waiting', 'Waits'], ['toRevise', 'To revise'], ['onBoard', 'On the board'], ['answered', 'Answered'], ['marked', 'Marked']];

/** Who takes part and who is heard, for the teacher alone: in the order of joining, so that it ranks nobody. */
export function TakingPart({ desk, step, debate }: { desk: Desk; step: string; debate: TeacherDebate }) {
  const lesson = desk.view.class;
  const { students, sides } = takingPart(debate, boardOf(lesson, step));
  const all = seats(desk.view).map((seat) => ({ seat, part: students[seat.id] ?? NONE }));
  const silent = all.filter(({ part }) => part.posted === 0).length;
  const unheard = all.filter(({ part }) => part.onBoard > 0 && part.answered + part.marked === 0).length;
  return (
    <section class="card stack">
      <h2>Who takes part</h2>
      <p class="small">{count(silent, 'student has', 'students have')} posted nothing yet; {count(unheard, 'student', 'students')} on the board {unheard === 1 ? 'has' : 'have'} neither an answer nor a mark.</p>
      <div class="scroll" tabIndex={0} role="region" aria-label="Posts by side and by student">
        <table class="taking">
          <thead><tr><td />{COLUMNS.map(([part, label]) => <th key={part} scope="col">{label}</th>)}</tr></thead>
          <tbody>
            {lesson.positionOrder.map((side) => (
              <tr key={side}><th scope="row"><SideTag position={lesson.positions[side]} /></th>{COLUMNS.map(([part]) => <td key={part}>{(sides[side] ?? NONE)[part]}</td>)}</tr>
            ))}
          </tbody>
          {!desk.safe && (
            <tbody>
              {all.map(({ seat, part }) => <tr key={seat.id}><th scope="row">{seat.label}</th>{COLUMNS.map(([column]) => <td key={column}>{part[column]}</td>)}</tr>)}
            </tbody>
          )}
        </table>
      </div>
      <p class="small">Answered and marked count posts that classmates answered or marked. Who has read what is not recorded.</p>
    </section>
  );
}

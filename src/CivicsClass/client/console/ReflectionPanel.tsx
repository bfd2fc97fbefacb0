import type { TeacherReflection } from '../contract';
import type { Desk } from './desk';
import { count } from './classroom';
import { seats } from './roster';

export function ReflectionPanel({ desk, reflection }: { desk: Desk; reflection: TeacherReflection }) {
  const wrote = seats(desk.view).filter((seat) => Object.keys(reflection.answers[seat.id] ?? {}).length > 0);
  if (desk.safe)
    return <section class="card"><h2>Reflections</h2><p class="small">{count(wrote.length, 'student has', 'students have')} written. The texts are hidden in the wall-safe view.</p></section>;
  return (
    <section class="stack">
      <h2>Reflections</h2>
      <p class="small">Only you read these.</p>
      {wrote.length === 0 && <p class="card calm">Answers appear here as students write them.</p>}
      {wrote.map((seat) => (
        <article key={seat.id} class="card reflection">
          <h3>{seat.label}{seat.name !== undefined && <small> {seat.alias}</small>}</h3>
          {reflection.order.filter((prompt) => reflection.answers[seat.id]![prompt]).map((prompt) => (
            <div key={prompt}>
              <p class="small">{reflection.prompts[prompt]}</p>
              <p class="prose">{reflection.answers[seat.id]![prompt]}</p>
            </div>
          ))}
        </article>
      ))}
    </section>
  );
}

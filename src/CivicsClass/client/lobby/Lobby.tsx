import type { ClassView, MyView } from '../contract';
import { SideTag } from '../parts/sides';
import { useHeadingFocus } from '../seat/step';
import { NotYou, Word } from './Word';

/** In, and waiting for the teacher to start. */
export function Lobby({ lesson, me, word }: { lesson: ClassView; me: MyView; word: string | undefined }) {
  const heading = useHeadingFocus('lobby');
  return (
    <main id="main" class="page stack">
      <p class="small">You are in as</p>
      <h1 class="alias" ref={heading} tabIndex={-1} translate={false}>{me.alias}</h1>
      <p>This is the name the class sees. Your teacher will start soon; this page follows by itself.</p>
      <section class="card stack">
        <p class="small">Today’s question</p>
        <h2>{lesson.question}</h2>
        <p class="row">
          {lesson.positionOrder.map((id) => (
            <SideTag key={id} position={lesson.positions[id]} />
          ))}
        </p>
      </section>
      {word && <Word word={word} />}
      <NotYou session={lesson.key} alias={me.alias} />
    </main>
  );
}

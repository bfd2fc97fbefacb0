import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClassView, MyView } from '../contract';
import { announce } from '../parts/Announcer';
import type { StudentLive } from '../seat/step';
import { Ask } from './Ask';
import { news, said, waitingFor } from './said';
import { useFolded } from './useFolded';

/** What the teacher says beside the step, calmly at its top, and the way to ask. */
export function Help({ live, lesson, me }: { live: StudentLive; lesson: ClassView; me: MyView }) {
  const [asking, ask] = useState(false);
  const [isFolded, fold] = useFolded(lesson.key);
  const before = useRef({ class: lesson, my: me });
  useEffect(() => {
    const now = { class: lesson, my: me };
    const fresh = news(before.current, now);
    before.current = now;
    if (fresh.length > 0) announce(fresh.join(' '));
  }, [lesson, me]);
  const all = said({ class: lesson, my: me });
  const waits = waitingFor(me.help);
  if (lesson.phase === 'ended' && all.length === 0) return null;
  return (
    <section class="help" aria-label="From your teacher">
      {all.map(({ id, heading, words, asked }) => (
        <details key={id} class="said" open={!isFolded(id)} onToggle={(event) => fold(id, !event.currentTarget.open)}>
          <summary>{heading}</summary>
          {asked && <p class="small">You asked: {asked}</p>}
          <p class="words">{words}</p>
        </details>
      ))}
      {lesson.phase === 'running' && (
        <p class="helpAsk">
          <button type="button" class="quiet" onClick={() => ask(true)}>
            Ask your teacher{waits > 0 && ` · ${waits} ${waits === 1 ? 'waits' : 'wait'}`}
          </button>
        </p>
      )}
      {asking && <Ask live={live} help={me.help} isOver={lesson.phase === 'ended'} close={() => ask(false)} />}
    </section>
  );
}

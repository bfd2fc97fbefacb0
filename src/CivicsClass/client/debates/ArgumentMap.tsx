import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClassView, DebateView } from '../contract';
import { Argument } from './Argument';
import { MapPicture } from './MapPicture';

const LINE = 78;

/** The map as wide as there is room for; a tap shows what was written. */
export function ArgumentMap({ lesson, board, go }: { lesson: ClassView; board: DebateView; go: (id: string) => void }) {
  const room = useRef<HTMLDivElement>(null);
  const [width, measure] = useState(0);
  const [picked, pick] = useState<string>();
  useEffect(() => {
    const watch = new ResizeObserver(() => measure(room.current!.clientWidth));
    watch.observe(room.current!);
    return () => watch.disconnect();
  }, []);
  const card = picked === undefined ? undefined : board.cards[picked];
  return (
    <div ref={room} class="stack">
      {width > 0 && <MapPicture lesson={lesson} board={board} width={width} line={LINE} pick={pick} {...(picked && { picked })} />}
      <div role="status">
        {card ? (
          <article class="card">
            <Argument card={card} lesson={lesson} showSide />
            <p class="row">
              <button type="button" onClick={() => go(picked!)}>
                Read it on the board
              </button>
            </p>
          </article>
        ) : (
          <p class="small">Tap a post to read it. Arrows lead to what is answered.</p>
        )}
      </div>
    </div>
  );
}

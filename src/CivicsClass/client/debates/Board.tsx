import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArgumentKind, ClassView, DebateView, Mark, MyDebate } from '../contract';
import { Sign, sideClass } from '../parts/sides';
import { ArgumentMap } from './ArgumentMap';
import { BoardTools, type Look } from './BoardTools';
import { arranged, aboutOf } from './order';
import { Threads } from './thread';
import { Talk } from './Talk';
import { takeWanted } from './wanted';
import { useSteady } from './useSteady';

interface Props {
  lesson: ClassView;
  view: DebateView;
  my: MyDebate;
  canWrite: boolean;
  mark: ((argument: string, version: number, mark: Mark, on: boolean) => void) | undefined;
  answer: (kind: ArgumentKind, on: string) => void;
}

/** So many threads of a side are drawn at first, and with each press of the button: a phone has to draw a board of 200 too. */
const PAGE = 8;

/** Both sides with equal room, in this session's order; each argument with its answers beneath. */
export function Board({ lesson, view, my, canWrite, mark, answer }: Props) {
  const [narrow, showNarrow] = useState(my.side ?? lesson.positionOrder[0]);
  const [look, setLook] = useState<Look>({ order: 'newest', about: '', map: false });
  const [pages, turn] = useState<Record<string, number>>({});
  const [opened, open] = useState<ReadonlySet<string>>(new Set());
  const [goal, go] = useState<string>();
  const section = useRef<HTMLElement>(null);
  const { board, fresh, show } = useSteady(view, () => isReadIn(section.current));
  const threads = useMemo(() => new Threads(board), [board.order.join(), board.cards]);
  const about = aboutOf(look.about);
  const columns = useMemo(() => Object.fromEntries(lesson.positionOrder.map((side) => [side, arranged(threads, side, look.order, about)])), [threads, look.order, look.about]);

  /** Brings a card into sight, wherever it stands. */
  const goTo = (id: string, on: DebateView = board) => {
    const all = new Threads(on);
    const root = all.rootOf(id);
    const side = all.cards[root]?.side;
    if (side === undefined) return;
    const at = arranged(all, side, look.order).indexOf(root);
    setLook({ ...look, about: '', map: false });
    showNarrow(side);
    turn((before) => ({ ...before, [side]: Math.max(before[side] ?? PAGE, at + 1) }));
    open((before) => new Set(before).add(root));
    go(id);
  };
  useEffect(() => {
    if (!goal) return;
    const card = document.getElementById(`card-${goal}`);
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
    go(undefined);
  }, [goal]);
  const first = useRef(true);
  useEffect(() => {
    const wanted = first.current && takeWanted();
    first.current = false;
    if (wanted && view.cards[wanted]) goTo(wanted, view);
  }, []);
  const showFresh = () => {
    show();
    goTo(fresh.at(-1)!, view);
  };

  return (
    <section ref={section} aria-label="The board" class="stack">
      {view.order.length > 1 && <BoardTools lesson={lesson} board={board} look={look} change={(part) => setLook({ ...look, ...part })} />}
      {fresh.length > 0 && (
        <p class="fresh">
          <button type="button" class="primary" onClick={showFresh}>
            {fresh.length === 1 ? 'One new post: show it' : `${fresh.length} new posts: show them`}
          </button>
        </p>
      )}
      {look.map ? (
        <ArgumentMap lesson={lesson} board={board} go={goTo} />
      ) : (
        <>
          <div class="sides" role="group" aria-label="Side to read">
            {lesson.positionOrder.map((side) => (
              <button key={side} type="button" class={sideClass(lesson.positions[side])} aria-pressed={narrow === side} onClick={() => showNarrow(side)}>
                <Sign /> <span>{lesson.positions[side]?.short}</span> <span>{columns[side]!.length}</span>
              </button>
            ))}
          </div>
          <div class="cols">
            {lesson.positionOrder.map((side) => (
              <section key={side} class={`column ${sideClass(lesson.positions[side])} ${narrow === side ? '' : 'other'}`} aria-label={lesson.positions[side]?.name}>
                <h2 class="colhead">
                  <span class="row">
                    <Sign /> {lesson.positions[side]?.short}
                  </span>
                  <span>{columns[side]!.length}</span>
                </h2>
                {columns[side]!.length === 0 && <p class="small empty">{about ? 'Nothing on this side rests on this text.' : 'Nothing on this side yet. What your teacher approves shows here.'}</p>}
                {columns[side]!.slice(0, pages[side] ?? PAGE).map((id) => (
                  <Talk
                    key={id}
                    {...{ id, threads, lesson, my, canWrite, mark, answer }}
                    isOpen={opened.has(id)}
                    toggle={() => open((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]))}
                  />
                ))}
                {columns[side]!.length > (pages[side] ?? PAGE) && (
                  <p class="more">
                    <button type="button" onClick={() => turn({ ...pages, [side]: (pages[side] ?? PAGE) + PAGE })}>
                      Show more <span class="small">({columns[side]!.length - (pages[side] ?? PAGE)} left)</span>
                    </button>
                  </p>
                )}
              </section>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** Its beginning is out of sight, or the focus is in it. */
function isReadIn(board: HTMLElement | null): boolean {
  return board !== null && (board.getBoundingClientRect().top < 0 || board.contains(document.activeElement));
}

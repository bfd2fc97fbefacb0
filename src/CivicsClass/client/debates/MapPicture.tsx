import { useMemo } from 'preact/hooks';
import type { ClassView } from '../contract';
import { sideClass, Sign } from '../parts/sides';
import { ANSWERS } from './Argument';
import { layOut, type Place } from './map';
import { Threads, type Posted } from './thread';

interface Props {
  lesson: Pick<ClassView, 'positionOrder' | 'positions'>;
  board: Posted;
  /** In pixels. */
  width: number;
  /** Absent: as high as it must be. */
  height?: number;
  /** Of a line that has words, in pixels. */
  line: number;
  picked?: string;
  pick?: (id: string) => void;
}

const SIGN = 30, MARGIN = 14, NARROWEST = 130;

/** Who answers whom, as a picture: each side has its half, with its shape, its colour and its word. With few arguments the claims stand in it;
 *  with many the shapes alone, so that the whole debate is in sight. The board says the same in words. */
export function MapPicture({ lesson, board, width, height, line, picked, pick }: Props) {
  const threads = useMemo(() => new Threads(board), [board.order, board.cards]);
  const { map, row, hasWords } = useMemo(() => {
    const worded = layOut(threads, lesson.positionOrder);
    const hasWords = height === undefined ? board.order.length <= 24 : worded.rows * line <= height;
    if (hasWords) return { map: worded, row: line, hasWords };
    const most = Math.max(1, Math.floor(width / NARROWEST));
    if (height === undefined) return { map: layOut(threads, lesson.positionOrder, Math.min(most, Math.ceil(worded.rows / 12))), row: SIGN, hasWords };
    const fitting = Array.from({ length: most }, (_, at) => layOut(threads, lesson.positionOrder, at + 1)).find(({ rows }) => rows * SIGN * 1.6 <= height) ?? layOut(threads, lesson.positionOrder, most);
    return { map: fitting, row: Math.min(SIGN * 1.6, height / fitting.rows), hasWords };
  }, [threads, lesson.positionOrder.join(), width, height, line]);
  const strip = width / map.strips;
  const gutter = Math.max(36, Math.min(strip * 0.14, 120));
  const cell = (strip - gutter) / 2 - MARGIN;
  const left = ({ strip: at, half }: Place) => at * strip + MARGIN + half * (cell + gutter);
  const middle = ({ row: at }: Place) => (at + 0.5) * row;
  const reach = hasWords ? cell / 2 : Math.min(row, SIGN * 1.6) * 0.42;
  const centre = (place: Place) => (hasWords ? left(place) + cell / 2 : left(place) + (place.half === 0 ? cell - reach : reach));
  const byId = new Map(map.places.map((place) => [place.id, place]));
  const tall = Math.max(map.rows * row, 1);
  const count = (side: string) => board.order.filter((id) => board.cards[id]?.side === side).length;
  return (
    <figure class="map">
      <figcaption class="mapHeads">
        {lesson.positionOrder.map((side) => (
          <span key={side} class={sideClass(lesson.positions[side])}>
            <Sign /> {lesson.positions[side]?.short} <b>{count(side)}</b>
          </span>
        ))}
      </figcaption>
      <svg width={width} height={tall} viewBox={`0 0 ${width} ${tall}`} role="img" aria-label={`A map of ${board.order.length} posts: ${lesson.positionOrder.map((side) => `${count(side)} for ${lesson.positions[side]?.short}`).join(', ')}. The board lists the same posts with their answers.`}>
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="13" markerHeight="13" orient="auto-start-reverse">
            <path d="M0 0L8 4L0 8Z" />
          </marker>
        </defs>
        {map.places.map((from) => {
          const card = board.cards[from.id]!;
          const to = card.on === undefined ? undefined : byId.get(card.on);
          if (!to) return null;
          const out = (place: Place, inward: boolean) => centre(place) + (inward === (place.half === 0) ? reach : -reach);
          const [y1, y2] = [middle(from), middle(to)];
          if (from.half !== to.half) return <path key={from.id} class={`edge ${card.kind}`} marker-end="url(#tip)" d={`M${out(from, true)} ${y1}L${out(to, true)} ${y2}`} />;
          const [x, bend] = [out(from, false), (from.half === 0 ? -1 : 1) * (MARGIN - 3)];
          return <path key={from.id} class={`edge ${card.kind}`} marker-end="url(#tip)" d={`M${x} ${y1}C${x + bend} ${y1} ${x + bend} ${y2} ${out(to, false)} ${y2}`} />;
        })}
        {map.places.map((place) => {
          const card = board.cards[place.id]!;
          const position = lesson.positions[card.side];
          const [x, y] = [centre(place), middle(place)];
          return (
            <g key={place.id} class={`node ${card.kind} ${sideClass(position)} ${picked === place.id ? 'picked' : ''}`} onClick={pick && (() => pick(place.id))}>
              {hasWords ? (
                <>
                  <rect x={left(place)} y={y - row / 2 + 4} width={cell} height={row - 8} rx={8} />
                  <foreignObject x={left(place)} y={y - row / 2 + 4} width={cell} height={row - 8}>
                    <div class="mapWords">
                      <Sign />
                      <p dir="auto">
                        {ANSWERS[card.kind] && <b>{ANSWERS[card.kind]}: </b>}
                        {card.claim}
                      </p>
                    </div>
                  </foreignObject>
                </>
              ) : (
                <>
                  <title>{card.claim}</title>
                  <rect class="hit" x={x - row / 2} y={y - row / 2} width={row} height={row} />
                  {position?.shape === 'diamond' ? <path class="shape" d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`} /> : <circle class="shape" cx={x} cy={y} r={reach * 0.86} />}
                </>
              )}
            </g>
          );
        })}
      </svg>
      <p class="mapLegend small">
        {(['support', 'rebut', 'ask'] as const).map((kind) => (
          <span key={kind}>
            <svg width="40" height="12" aria-hidden="true">
              <path class={`edge ${kind}`} d="M2 6H38" />
            </svg>{' '}
            {ANSWERS[kind]}
          </span>
        ))}
      </p>
    </figure>
  );
}

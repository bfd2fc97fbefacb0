import type { ClassView, DebateView } from '../contract';
import { citations, type CitedText } from './citations';
import type { Order } from './order';

export interface Look {
  order: Order;
  /** A text, "r", or a passage, "r.2.1"; empty for all. */
  about: string;
  map: boolean;
}

const LONGEST = 60;

/** In which order, about which text, as cards or as a map. */
export function BoardTools({ lesson, board, look, change }: { lesson: ClassView; board: DebateView; look: Look; change: (part: Partial<Look>) => void }) {
  const cited = citations(board);
  return (
    <div class="boardTools">
      <button type="button" aria-pressed={look.map} onClick={() => change({ map: !look.map })}>
        Map
      </button>
      {!look.map && (
        <>
          <label>
            <span class="small">Order</span>
            <select value={look.order} onChange={(event) => change({ order: event.currentTarget.value as Order })}>
              <option value="newest">Newest first</option>
              <option value="leastAnswered">Least answered first</option>
            </select>
          </label>
          {cited.length > 0 && (
            <label>
              <span class="small">Rests on</span>
              <select value={look.about} onChange={(event) => change({ about: event.currentTarget.value })}>
                <option value="">Any text</option>
                {cited.map((text) => (
                  <optgroup key={text.reading} label={text.title}>
                    <option value={text.reading}>The whole text: {bySide(lesson, text)}</option>
                    {text.passages.map(({ passage, paragraph, citations }) => (
                      <option key={passage} value={passage}>
                        ¶{paragraph} “{short(citations[0]!.quotation.exact)}” ({citations.length})
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </label>
          )}
        </>
      )}
    </div>
  );
}

/** "2 Local choice, 1 Cooperation required". */
export function bySide(lesson: Pick<ClassView, 'positionOrder' | 'positions'>, text: CitedText): string {
  return lesson.positionOrder.flatMap((side) => (text.bySide[side] ? [`${text.bySide[side]} ${lesson.positions[side]?.short}`] : [])).join(', ');
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`;
}

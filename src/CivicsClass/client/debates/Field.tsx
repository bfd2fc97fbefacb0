import { useRef, useState } from 'preact/hooks';
import { capped, room } from '../parts/limit';
import { Room } from '../parts/Room';
import { begin } from './starters';

interface Props {
  id: string;
  label: string;
  hint?: string;
  value: string;
  max: number;
  rows: number;
  starters: string[];
  startersAre?: string;
  error: string | undefined;
  oneLine?: boolean;
  change: (text: string) => void;
}

/** A text with its hint, its sentence starters, and what is wrong with it beside it. */
export function Field({ id, label, hint, value, max, rows, starters, startersAre = 'Sentence starters', error, oneLine, change }: Props) {
  const text = useRef<HTMLTextAreaElement>(null);
  const [wasCut, cut] = useState(false);
  const type = (typed: string) => {
    const whole = oneLine ? typed.replace(/\s*\n\s*/g, ' ') : typed;
    cut(whole !== capped(whole));
    change(capped(whole));
  };
  const start = (starter: string) => {
    change(begin(starter, value));
    text.current?.focus();
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        ref={text}
        dir="auto"
        rows={rows}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={[hint && `${id}-hint`, error ? `${id}-error` : room(value, max) && `${id}-room`].filter(Boolean).join(' ') || undefined}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <Room id={`${id}-room`} text={error ? '' : value} max={max} wasCut={wasCut} />
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {starters.length > 0 && (
        <details class="starters">
          <summary class="small">{startersAre}</summary>
          <p class="row">
            {starters.map((starter) => (
              <button key={starter} type="button" class="chip" onClick={() => start(starter)}>
                {starter}
              </button>
            ))}
          </p>
        </details>
      )}
    </div>
  );
}

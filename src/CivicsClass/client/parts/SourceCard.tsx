import type { PositionView, ReadingText, SourceKind } from '../contract';
import { asDate } from './dates';
import { sideClass } from './sides';

const KINDS: Record<SourceKind, string> = { primary: 'Primary source', secondary: 'Secondary source', opinion: 'Opinion' };

/** Who wrote a text, when, what kind of source it is, and what it rests on. */
export function SourceCard({ text, position }: { text: ReadingText; position: PositionView | undefined }) {
  return (
    <aside class={`source ${sideClass(position)}`} aria-label="About this text">
      <p>
        <strong>{text.author}</strong> · {text.publisher}, {asDate(text.date)}
      </p>
      <p class="small">
        {KINDS[text.kind]}
        {text.lawAsOf && ` · law as of ${asDate(text.lawAsOf)}`} · about {text.minutes} min{text.rights && ` · ${text.rights}`}
      </p>
      <details>
        <summary>Rests on {text.sources.length === 1 ? '1 source' : `${text.sources.length} sources`}</summary>
        <ul>
          {text.sources.map((source) => (
            <li key={source.title}>
              {source.url ? (
                <a href={source.url} target="_blank" rel="noopener noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              {source.note && <span class="small"> {source.note}</span>}
            </li>
          ))}
        </ul>
      </details>
    </aside>
  );
}

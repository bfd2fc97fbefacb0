import type { Institution, PositionView, ReadingText, SourceKind } from '../contract';
import { asDate } from './dates';
import { NotReviewed } from './NotReviewed';
import { sideClass } from './sides';

const KINDS: Record<SourceKind, string> = { primary: 'Primary source', secondary: 'Secondary source', opinion: 'Opinion' };
const INSTITUTIONS: Record<Institution, string> = {
  court: 'Court',
  legislature: 'Legislature',
  executive: 'Government office',
  research: 'Research',
  policyInstitute: 'Policy institute',
  press: 'Press',
  advocacy: 'Advocacy group',
  profession: 'Professional body',
  business: 'Business',
  other: 'Other',
};

/** Who wrote a text, when, what kind of source it is, and what it rests on. */
export function SourceCard({ text, position }: { text: ReadingText; position: PositionView | undefined }) {
  return (
    <aside class={`source ${sideClass(position)}`} aria-label="About this text">
      {text.notReviewed && <p><NotReviewed when /> <span class="small">Your teacher added this text.</span></p>}
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
              {(source.institution || source.note) && (
                <span class="small"> {[source.institution && INSTITUTIONS[source.institution], source.note].filter(Boolean).join(' · ')}</span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </aside>
  );
}

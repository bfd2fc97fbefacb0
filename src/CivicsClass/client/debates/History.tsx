import type { ArgumentCard, ArgumentVersion } from '../contract';
import { changes } from './changes';
import { MARKS } from './marks';

/** The versions before this one, the latest first: what was said to each, and what its author then changed. */
export function History({ card, earlier, open = false }: { card: ArgumentCard; earlier: Record<string, ArgumentVersion> | undefined; open?: boolean }) {
  const versions = Object.values(earlier ?? {}).sort((a, b) => b.card.version - a.card.version);
  if (versions.length === 0) return null;
  return (
    <details class="history" open={open}>
      <summary>{versions.length === 1 ? 'The version before' : `${versions.length} versions before`}</summary>
      <ol class="plain stack">
        {versions.map((version, at) => (
          <li key={version.card.version}>
            <p class="small">
              Version {version.card.version} · {version.decision ?? 'not decided'}
              {MARKS.map(({ mark, name }) => (version.card.marks?.[mark] ? ` · ${name} ${version.card.marks[mark]}` : ''))}
            </p>
            {version.feedback && <p class="small">“{version.feedback.sentence}”</p>}
            {version.feedback?.note && <p class="small" dir="auto">“{version.feedback.note}”</p>}
            <Changed from={version.card} to={versions[at - 1]?.card ?? card} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Changed({ from, to }: { from: ArgumentCard; to: ArgumentCard }) {
  return (
    <dl class="changed">
      {changes(from, to).map(({ part, pieces }) => (
        <div key={part}>
          <dt class="small">{part}</dt>
          <dd class="written" dir="auto">
            {pieces.map(({ text, as }, at) => (as === 'added' ? <ins key={at}>{text}</ins> : as === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Block, GlossaryTerm, ReadingText } from '../contract';
import { announce } from '../parts/Announcer';
import { explain, tail, type Piece } from './glossary';
import { useLayout, type Layout } from './useLayout';
import type { Tray } from './useTray';

interface Props {
  room: string;
  reading: string;
  text: ReadingText;
  glossary: readonly GlossaryTerm[];
  tray: Tray;
  disabled: boolean;
  after: ((paragraph: number) => ComponentChildren) | undefined;
}

/** A text with numbered paragraphs; beside each sentence a button that keeps it as evidence. */
export function Text({ room, reading, text, glossary, tray, disabled, after }: Props) {
  const pieces = useMemo(() => {
    const seen = new Set<string>();
    return text.blocks.map((block) => block.sentences.map((sentence) => explain(sentence, block.number ? glossary : [], seen)));
  }, [text, glossary]);
  useEffect(() => () => tray.leave(reading), [reading]);
  const keep = (passage: string, label: string) => <Keep passage={passage} label={label} tray={tray} disabled={disabled} />;
  const layout = useLayout({ room, reading, text, tray, keep });
  const paragraph = (at: number) => <Paragraph key={at} reading={reading} block={text.blocks[at]!} pieces={pieces[at]!} tray={tray} disabled={disabled} layout={layout} after={after} />;
  return (
    <article class="read" lang={text.language}>
      {layout ? layout.blocks(paragraph) : text.blocks.map((_, at) => paragraph(at))}
    </article>
  );
}

function Paragraph({ reading, block, pieces, tray, disabled, layout, after }: Pick<Props, 'reading' | 'tray' | 'disabled' | 'after'> & { block: Block; pieces: Piece[][]; layout: Layout | undefined }) {
  const [term, explainTerm] = useState<GlossaryTerm>();
  const marked = (words: string) => layout?.marked(words) ?? words;
  if (block.number === undefined) {
    const Tag = block.kind === 'heading' ? (`h${block.level ?? 2}` as 'h2') : 'p';
    return <Tag>{marked(block.sentences.join(' '))}</Tag>;
  }
  const toggle = (next: GlossaryTerm) => {
    explainTerm(term === next ? undefined : next);
    if (term !== next) announce(`${next.term}: ${next.definition}`);
  };
  const refused = pieces.flatMap((_, at) => tray.refusal(`${reading}.${block.number}.${at + 1}`) ?? []);
  return (
    <>
      <p class={`block ${block.kind} d${block.level}`} data-mark={block.mark} id={`${reading}-${block.number}`} tabIndex={-1}>
        <span class="n" aria-hidden="true">{block.number}</span>
        <span class="unseen">Paragraph {block.number}. </span>
        {pieces.map((sentence, at) => {
          const passage = `${reading}.${block.number}.${at + 1}`;
          const kept = tray.isKept(passage);
          const [head, last] = tail(sentence);
          const show = (pieces: Piece[]) => (
            <span class="words">
              {pieces.map((piece, n) =>
                piece.term ? (
                  <button key={n} type="button" class="gloss" aria-expanded={term === piece.term} onClick={() => toggle(piece.term!)}>
                    {piece.text}
                  </button>
                ) : (
                  <span key={n}>{marked(piece.text)}</span>
                ),
              )}
            </span>
          );
          return (
            <span key={passage} class={kept ? 'sentence kept' : 'sentence'}>
              {show(head)}
              <span class="tail">
                {show(last)}
                <Keep passage={passage} label={`Keep sentence ${at + 1} of paragraph ${block.number} as evidence`} tray={tray} disabled={disabled} />
              </span>{' '}
            </span>
          );
        })}
      </p>
      {refused.map((sentence, at) => (
        <p key={at} class="error-box not-kept" role="alert">
          {sentence}
        </p>
      ))}
      {after?.(block.number)}
      {term && (
        <aside class="gloss-note" aria-label={`Meaning of ${term.term}`}>
          <p>
            <strong>{term.term}.</strong> {term.definition}
          </p>
          <button type="button" class="quiet" onClick={() => explainTerm(undefined)}>
            Close
          </button>
        </aside>
      )}
    </>
  );
}

const PLUS = 'M12 5v14M5 12h14', TICK = 'M5 13l5 5 9-11', DOTS = 'M5 12h.01M12 12h.01M19 12h.01';

function Keep({ passage, label, tray, disabled }: { passage: string; label: string; tray: Tray; disabled: boolean }) {
  const [kept, saving] = [tray.isKept(passage), tray.isSaving(passage)];
  return (
    <>
      <button
        type="button"
        class={saving ? 'keep saving' : 'keep'}
        aria-pressed={kept}
        aria-label={saving ? `${label}: saving` : label}
        title={saving ? 'Saving…' : kept ? 'In your evidence tray' : 'Keep as evidence'}
        disabled={disabled}
        onClick={() => tray.toggle(passage)}
      >
        <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width={saving ? 4 : 2.6} stroke-linecap="round" stroke-linejoin="round">
          <path d={saving ? DOTS : kept ? TICK : PLUS} />
        </svg>
      </button>
      {saving && (
        <span class="small saving keep-saving" aria-hidden="true">
          Saving…
        </span>
      )}
    </>
  );
}

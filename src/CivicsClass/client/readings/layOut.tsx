import type { ComponentChildren } from 'preact';
import { footnotes, split } from './footnotes';
import { runs } from './runs';
import type { LaidOut, Layout } from './useLayout';

/** Lists, quotations, tables, footnotes and images of a reading. */
export function layOut({ room, reading, text, tray, keep }: LaidOut): Layout {
  const notes = footnotes(text.blocks);
  const sign = (note: string): ComponentChildren => (
    <sup>
      <a href={`#${reading}-note-${note}`} aria-label={`Footnote ${note}`}>
        {note}
      </a>
    </sup>
  );
  const marked = (words: string): ComponentChildren => split(words, notes).map(({ words, note }) => (note === undefined ? words : sign(note)));

  const table = (run: readonly number[]): ComponentChildren => {
    const [head, ...rows] = run.map((at) => text.blocks[at]!);
    const caption = head?.sentences[0];
    return (
      <>
        <div class="scroll" role="region" tabIndex={0} aria-label={caption ?? 'Table'}>
          <table>
            {caption && <caption>{marked(caption)}</caption>}
            {head?.cells?.some((cell) => cell) && (
              <thead>
                <tr>
                  <td />
                  {head.cells.map((cell) => (
                    <th scope="col">{marked(cell)}</th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {rows.map((row) => (
                <tr id={`${reading}-${row.number}`} tabIndex={-1} class={tray.isKept(`${reading}.${row.number}.1`) ? 'kept' : ''}>
                  <td>
                    <span class="n" aria-hidden="true">{row.number}</span>
                    {keep(`${reading}.${row.number}.1`, `Keep row ${row.number} as evidence`)}
                  </td>
                  {row.cells?.map((cell) => <td>{marked(cell)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {rows.map(({ number }) => {
          const refused = tray.refusal(`${reading}.${number}.1`);
          return refused && <p class="error-box not-kept" role="alert">{refused}</p>;
        })}
      </>
    );
  };

  const notesAtTheEnd = (run: readonly number[]): ComponentChildren => (
    <section class="notes" aria-label="Footnotes">
      {run.map((at) => {
        const { mark = '', sentences } = text.blocks[at]!;
        const from = notes.get(mark);
        return (
          <p class="block" id={`${reading}-note-${mark}`} tabIndex={-1}>
            <span class="n">{mark}</span> {sentences.join(' ')} {from && <a href={`#${reading}-${from}`}>Back to paragraph {from}</a>}
          </p>
        );
      })}
    </section>
  );

  const blocks = (paragraph: (at: number) => ComponentChildren): ComponentChildren =>
    runs(text.blocks).map((run) => {
      const at = run[0]!;
      const { kind, image, sentences } = text.blocks[at]!;
      switch (kind) {
        case 'list':
          return <ul class="plain" role="list">{run.map((item) => <li aria-level={text.blocks[item]!.level}>{paragraph(item)}</li>)}</ul>;
        case 'quote':
          return <blockquote>{paragraph(at)}</blockquote>;
        case 'table':
          return table(run);
        case 'note':
          return notesAtTheEnd(run);
        case 'image':
          return <img src={`/s/${room}/images/${image}`} alt={sentences[0]} loading="lazy" />;
        default:
          return paragraph(at);
      }
    });

  return { marked, blocks };
}

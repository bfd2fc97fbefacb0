import type { ClassView, QuotationDraft } from '../contract';
import { NotReviewed } from '../parts/NotReviewed';
import { SideTag } from '../parts/sides';
import type { Passage } from '../seat/step';
import { MAX } from './form';
import { span, trim, words } from './trim';

/** Quotations picked from the tray, each whole or trimmed to a part of its sentence. */
export function Evidence({ lesson, passages, quotations, change }: { lesson: ClassView; passages: Passage[]; quotations: QuotationDraft[]; change: (quotations: QuotationDraft[]) => void }) {
  const isFull = quotations.length >= MAX.quotations;
  const pick = (passage: Passage, on: boolean) =>
    change(on ? [...quotations, { passage: passage.id, exact: passage.text }] : quotations.filter((quotation) => quotation.passage !== passage.id));
  if (passages.length === 0) return <p class="notice">Your evidence tray is empty. What you keep in the texts shows here.</p>;
  return (
    <ul class="plain stack">
      {passages.map((passage) => {
        const picked = quotations.find((quotation) => quotation.passage === passage.id);
        return (
          <li key={passage.id} class={picked ? 'pick on' : 'pick'}>
            <label class="row-top">
              <input type="checkbox" checked={picked !== undefined} disabled={!picked && isFull} onChange={(event) => pick(passage, event.currentTarget.checked)} />
              <span>
                <span class="passage" lang={passage.language}>
                  {picked ? <Marked text={passage.text} exact={picked.exact} /> : passage.text}
                </span>
                <span class="small source-line">
                  {passage.title}, ¶{passage.paragraph} <SideTag position={lesson.positions[passage.side]} /> <NotReviewed when={passage.notReviewed} />
                </span>
              </span>
            </label>
            {picked && words(passage.text).length > 2 && (
              <Trim
                text={passage.text}
                exact={picked.exact}
                change={(exact) => change(quotations.map((quotation) => (quotation.passage === passage.id ? { ...quotation, exact } : quotation)))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Marked({ text, exact }: { text: string; exact: string }) {
  const at = Math.max(0, text.indexOf(exact));
  return (
    <span key={exact}>
      <span class="cut">{text.slice(0, at)}</span>
      <mark>{exact}</mark>
      <span class="cut">{text.slice(at + exact.length)}</span>
    </span>
  );
}

function Trim({ text, exact, change }: { text: string; exact: string; change: (exact: string) => void }) {
  const all = words(text);
  const { first, last } = span(text, exact);
  const word = (at: number) => text.slice(all[at]?.start, all[at]?.end);
  return (
    <details class="trim">
      <summary>Quote only a part</summary>
      <label>
        <span class="small">Begin at “{word(first)}”</span>
        <input type="range" min={0} max={all.length - 2} value={first} aria-valuetext={word(first)} onInput={(event) => change(trim(text, Number(event.currentTarget.value), Math.max(last, Number(event.currentTarget.value) + 1)))} />
      </label>
      <label>
        <span class="small">End at “{word(last)}”</span>
        <input type="range" min={1} max={all.length - 1} value={last} aria-valuetext={word(last)} onInput={(event) => change(trim(text, Math.min(first, Number(event.currentTarget.value) - 1), Number(event.currentTarget.value)))} />
      </label>
    </details>
  );
}

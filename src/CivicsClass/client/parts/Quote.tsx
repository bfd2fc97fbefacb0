import type { QuotationView } from '../contract';
import { NotReviewed } from './NotReviewed';

/** A quotation, letter for letter, with where it stands. */
export function Quote({ quotation, lang }: { quotation: QuotationView; lang?: string }) {
  return (
    <figure class="quote">
      <blockquote lang={lang} dir="auto">“{quotation.exact}”</blockquote>
      <figcaption class="small">
        {quotation.title}, <span aria-label={`paragraph ${quotation.paragraph}`}>¶{quotation.paragraph}</span> <NotReviewed when={quotation.notReviewed} />
      </figcaption>
    </figure>
  );
}

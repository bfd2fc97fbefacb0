import type { SourceCheckView } from '../contract';
import { asDate } from '../parts/dates';

/** What is checked, in our own words; its paragraphs have numbers. */
export function Article({ view }: { view: SourceCheckView }) {
  return (
    <section class="article" aria-labelledby="article">
      <div class="card stack">
        <h2 id="article">{view.title}</h2>
        <p>{view.about}</p>
        <p class="small">The article is told here in our own words. Verdicts are as of {asDate(view.asOf)}.</p>
        <div class="read">
          {view.paragraphs.map((paragraph, at) => (
            <p key={at} class="block">
              <span class="n">
                <span class="unseen">Paragraph </span>
                {at + 1}
              </span>
              {paragraph}
            </p>
          ))}
        </div>
      </div>
    </section>
  );
}

import type { Form } from './form';
import { Field } from '../debates/Field';
import { MAX_REASON, REASONS, VERDICTS, type Part } from './problems';
import { inWords } from './verdicts';

interface Props {
  claim: string;
  paragraphs: string[];
  form: Form;
  wrong: Partial<Record<Part, string>>;
  change: (form: Form) => void;
}

/** The verdict, the paragraph it is about, and why. */
export function Judging({ claim, paragraphs, form, wrong, change }: Props) {
  return (
    <>
      <fieldset class="field" id="judge-verdict" aria-describedby={wrong.verdict && 'verdict-error'}>
        <legend>Your verdict</legend>
        <div class="verdicts">
          {VERDICTS.map(([verdict, meaning]) => (
            <label key={verdict} class={form.verdict === verdict ? 'option on' : 'option'}>
              <input type="radio" name={`verdict-${claim}`} checked={form.verdict === verdict} onChange={() => change({ ...form, verdict })} />
              <span>
                <strong>{inWords(verdict)}</strong> <span class="small">{meaning}</span>
              </span>
            </label>
          ))}
        </div>
        {wrong.verdict && (
          <p class="error" id="verdict-error">
            {wrong.verdict}
          </p>
        )}
      </fieldset>
      <fieldset class="field" id="judge-paragraph" aria-describedby={wrong.paragraph && 'paragraph-error'}>
        <legend>Which paragraph does the claim rest on?</legend>
        <div class="numbers">
          {paragraphs.map((_, at) => (
            <label key={at} class={form.paragraph === at + 1 ? 'on' : ''}>
              <input type="radio" class="unseen" name={`paragraph-${claim}`} checked={form.paragraph === at + 1} onChange={() => change({ ...form, paragraph: at + 1 })} />
              <span class="unseen">Paragraph </span>
              {at + 1}
            </label>
          ))}
        </div>
        {form.paragraph && (
          <p class="named-paragraph">
            <span class="small">¶{form.paragraph}</span> {paragraphs[form.paragraph - 1]}
          </p>
        )}
        {wrong.paragraph && (
          <p class="error" id="paragraph-error">
            {wrong.paragraph}
          </p>
        )}
      </fieldset>
      <Field
        id="judge-reason"
        label="Why?"
        hint="A few words. Only your teacher reads them."
        value={form.reason}
        max={MAX_REASON}
        rows={2}
        starters={form.verdict ? REASONS[form.verdict] : []}
        startersAre="Reasons to choose or to begin with"
        error={wrong.reason}
        change={(reason) => change({ ...form, reason })}
      />
    </>
  );
}

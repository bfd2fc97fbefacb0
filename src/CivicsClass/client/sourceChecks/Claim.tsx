import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ClaimView, MySourceCheck, SourceCheckView } from '../contract';
import { useDraft } from '../live/useLive';
import { announce } from '../parts/Announcer';
import { Unsent } from '../seat/LeftOver';
import { useHeadingFocus, type StepProps } from '../seat/step';
import { unsentIn } from '../seat/unsent';
import { Article } from './Article';
import { EMPTY, isSame, judge, judgeField, plain, read, type Form } from './form';
import { Judging } from './Judging';
import { problems, type Part } from './problems';
import { Verdict } from './Verdict';

interface Props extends StepProps<SourceCheckView, MySourceCheck> {
  id: string;
  claim: ClaimView;
  /** On a narrow screen the article is shown and the claim is not; on a wide one both stand side by side. */
  isAtArticle: boolean;
  before: ComponentChildren;
  /** From the article to this claim. */
  begin: () => void;
  /** To the next claim; absent at the last one. */
  next: (() => void) | undefined;
}

const PARTS: Part[] = ['verdict', 'paragraph', 'reason'];

/** One claim beside its article: judged, judged again, and after the reveal explained. */
export function Claim(props: Props) {
  const { id, claim, view, my, mode, step, head, isAtArticle, before, begin, next } = props;
  const title = useHeadingFocus(`sourceCheck/${step}/${isAtArticle ? '' : id}`);
  const judging = useJudging(props);
  const isOpen = !claim.revealed && mode !== 'closed';
  const mine = my.judgements[id];
  const isToSave = isOpen && (judging.isChanged || !mine);
  return (
    <>
      <main id="main" class={`page stack wide-page ${isAtArticle ? 'at-article' : 'at-claim'}`}>
        <h1 ref={isAtArticle ? title : undefined} tabIndex={-1}>{head.title}</h1>
        {before}
        <div class="check">
          <Article view={view} />
          <section class="judging stack" aria-labelledby="claim">
            <div class="card">
              <p class="small">
                Claim {claim.number} of {view.order.length}
              </p>
              <h2 id="claim" class="claim" ref={isAtArticle ? undefined : title} tabIndex={-1}>
                {claim.text}
              </h2>
            </div>
            {isOpen ? (
              <Judging claim={id} paragraphs={view.paragraphs} form={judging.form} wrong={judging.wrong} change={judging.change} />
            ) : (
              <>
                {claim.revealed ? <Verdict lesson={props.lesson} revealed={claim.revealed} mine={mine} /> : <Own text={mine && plain(mine)} isOver={props.lesson.phase === 'ended'} />}
                <Unsent
                  lesson={props.lesson}
                  posts={props.posts}
                  because={claim.revealed && 'The verdict was shown before you sent it.'}
                  texts={unsentIn(step, props.me, props.live.drafts).filter(({ field }) => field === judging.field)}
                />
              </>
            )}
            {isOpen && judging.refused && (
              <p class="error-box" role="alert">
                {judging.refused}
              </p>
            )}
          </section>
        </div>
      </main>
      {isAtArticle && (
        <footer class="foot row narrow-only">
          <button type="button" class="primary wide" onClick={begin}>
            {Object.keys(my.judgements).length > 0 || claim.revealed ? 'To the claims' : 'Judge the claims'}
          </button>
        </footer>
      )}
      <footer class={isAtArticle ? 'foot row between wide-only' : 'foot row between'}>
        <span class={isOpen && !judging.isChanged && mine ? 'saved' : 'small'} role="status" translate={false}>
          {isOpen ? judging.says : ''}
        </span>
        <span class="row">
          {isToSave && (
            <button type="button" class="primary" disabled={judging.isSaving || mode === 'paused'} onClick={() => void judging.save()}>
              Save
            </button>
          )}
          {next && (
            <button type="button" class={isToSave ? '' : 'primary'} onClick={next}>
              Next claim
            </button>
          )}
        </span>
      </footer>
    </>
  );
}

function Own({ text, isOver }: { text: string | undefined; isOver: boolean }) {
  return (
    <div class="card stack">
      <h3>Your judgement</h3>
      {text ? <p class="written">{text}</p> : <p class="small">You did not judge this claim.</p>}
      {!isOver && <p class="small">Your teacher will show the verdict.</p>}
    </div>
  );
}

function useJudging({ live, posts, step, id, my }: Props) {
  const field = judgeField(step, id);
  const [draft, write] = useDraft(live.drafts, field);
  const [checked, check] = useState(false);
  const stored = my.judgements[id];
  const form = live.drafts.has(field) ? read(draft, EMPTY) : (stored ?? EMPTY);
  const isChanged = !isSame(form, stored);
  const isSaving = posts.isSending(field);
  const change = (now: Form) => {
    posts.read(field);
    write(JSON.stringify(now));
    if (isSame(now, undefined) && !stored && !isSaving) live.drafts.clear(field);
  };
  const save = async () => {
    const wrong = problems(form);
    const first = PARTS.find((part) => wrong[part]);
    check(true);
    if (first) {
      announce(Object.values(wrong).join(' '));
      setTimeout(() => focusOn(first));
    } else if ((await posts.judge(judge(step, id, form))) === 'refused') announce(posts.refusal(field) ?? '');
  };
  const isEmpty = isSame(form, undefined);
  return {
    field, form, isChanged, isSaving, change, save,
    wrong: checked ? problems(form) : {},
    refused: posts.refusal(field),
    says: isSaving ? 'Saving…' : isChanged ? (isEmpty ? '' : 'Kept on this device. Save to hand it in.') : stored ? 'Saved' : 'Not judged yet',
  };
}

function focusOn(part: Part): void {
  const place = document.getElementById(`judge-${part}`);
  (place instanceof HTMLTextAreaElement ? place : place?.querySelector('input'))?.focus();
}

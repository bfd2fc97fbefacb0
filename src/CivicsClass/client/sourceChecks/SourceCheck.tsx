import { useEffect, useRef, useState } from 'preact/hooks';
import type { MySourceCheck, SourceCheckView } from '../contract';
import { Early } from '../seat/Early';
import type { StepProps } from '../seat/step';
import { unsentIn } from '../seat/unsent';
import { Claim } from './Claim';
import { isSame, judgeField, read, EMPTY } from './form';

type Props = StepProps<SourceCheckView, MySourceCheck>;

/** An article and its claims, one at a time; on a wide screen side by side. */
export function SourceCheck(props: Props) {
  const { view, my } = props;
  const [{ claim: at, isAtArticle }, put] = useState(() => whereToBegin(props));
  const [missed, miss] = useState<string>();
  const go = (claim: string, toArticle = false) => {
    put({ claim, isAtArticle: toArticle });
    if (claim === missed) miss(undefined);
    scrollTo(0, 0);
  };
  useFollowing(view.current, () => {
    if (view.current === undefined || (view.current === at && !isAtArticle)) return;
    if (view.current !== at && isWriting(props, at)) miss(view.current);
    else go(view.current);
  });

  const next = view.order[view.order.indexOf(at) + 1];
  return (
    <Claim
      key={at}
      {...props}
      id={at}
      claim={view.claims[at]!}
      isAtArticle={isAtArticle}
      before={
        <>
          <Claims view={view} my={my} at={at} isAtArticle={isAtArticle} go={go} />
          {missed !== undefined && (
            <p class="notice row between">
              <span>The class is at claim {view.claims[missed]?.number} now. What you typed here is kept.</span>
              <button type="button" onClick={() => go(missed)}>
                Go there
              </button>
            </p>
          )}
          <Done {...props} />
        </>
      }
      begin={() => go(at)}
      next={next === undefined ? undefined : () => go(next)}
    />
  );
}

/** For those who are through, and what counts once the step is closed. */
function Done({ live, me, step, view, my, head, mode }: Props) {
  if (view.order.every((claim) => view.claims[claim]?.revealed))
    return <Early early={mode === 'closed' ? '' : head.early}>All verdicts are shown. Look at each claim to see why.</Early>;
  if (mode === 'closed') {
    const unsent = unsentIn(step, me, live.drafts).flatMap(({ field }) => view.claims[field.split('/')[2] ?? '']?.number ?? []);
    return (
      <p class="notice">
        This step is closed. {stored(view, my)}
        {unsent.length > 0 && ` What you typed at ${unsent.length === 1 ? 'claim' : 'claims'} ${unsent.join(', ')} was not sent; it is kept there.`}
      </p>
    );
  }
  if (view.order.every((claim) => my.judgements[claim]))
    return <Early early={head.early}>You have judged every claim. You can change a judgement until its verdict is shown.</Early>;
  return null;
}

/** The article and all claims as numbers: which is on the screen, which is judged. */
function Claims({ view, my, at, isAtArticle, go }: { view: SourceCheckView; my: MySourceCheck; at: string; isAtArticle: boolean; go: (claim: string, toArticle?: boolean) => void }) {
  return (
    <nav class="texts" aria-label="Article and claims">
      <button type="button" class="narrow-only" aria-current={isAtArticle ? 'true' : undefined} onClick={() => go(at, true)}>
        Article
      </button>
      {view.order.map((claim) => {
        const { number, revealed } = view.claims[claim]!;
        const isJudged = my.judgements[claim] !== undefined;
        const words = `Claim ${number}, ${isJudged ? 'judged' : 'not judged'}${revealed ? ', verdict shown' : ''}`;
        return (
          <button
            key={claim}
            type="button"
            class={`${isJudged ? 'has' : ''} ${revealed ? 'out' : ''} ${claim === at ? 'at' : ''}`}
            aria-label={words}
            aria-current={claim === at && !isAtArticle ? 'true' : undefined}
            onClick={() => go(claim)}
          >
            {number}
          </button>
        );
      })}
    </nav>
  );
}

/** The claim the class is at; but first one with something unsaved. Whoever has done nothing yet begins with the article. */
function whereToBegin(props: Props): { claim: string; isAtArticle: boolean } {
  const { view, my } = props;
  const first = firstToJudge(view, my) ?? view.order[0]!;
  const claim = view.order.find((id) => isWriting(props, id)) ?? view.current;
  return claim === undefined ? { claim: first, isAtArticle: Object.keys(my.judgements).length === 0 } : { claim, isAtArticle: false };
}

function firstToJudge(view: SourceCheckView, my: MySourceCheck): string | undefined {
  return view.order.find((claim) => !my.judgements[claim] && !view.claims[claim]?.revealed);
}

/** Something is typed there that is not handed in and still can be. */
function isWriting({ live, step, view, my }: Props, claim: string): boolean {
  const field = judgeField(step, claim);
  return view.claims[claim]?.revealed === undefined && live.drafts.has(field) && !isSame(read(live.drafts.text(field), EMPTY), my.judgements[claim]);
}

/** Calls when the teacher turns the class to another claim, not when the page first shows. */
function useFollowing(current: string | undefined, follow: () => void): void {
  const before = useRef(current);
  useEffect(() => {
    if (before.current !== current) follow();
    before.current = current;
  }, [current]);
}

function stored(view: SourceCheckView, my: MySourceCheck): string {
  const judged = view.order.filter((claim) => my.judgements[claim]).length;
  return judged === 0 ? 'No judgement of yours is saved.' : `Your teacher has ${judged} of ${view.order.length} judgements.`;
}

import type { ClassView, Judgement, VerdictView } from '../contract';
import { RestsOn } from '../quizzes/Answers';
import { inWords } from './verdicts';

/** After the teacher has shown it: the verdict beside one's own, why, and how the class judged. */
export function Verdict({ lesson, revealed, mine }: { lesson: ClassView; revealed: VerdictView; mine: Judgement | undefined }) {
  return (
    <>
      <section class="card stack" aria-label="The verdict">
        <dl class="beside">
          <div>
            <dt>Verdict</dt>
            <dd>{inWords(revealed.verdict)}</dd>
            <dd class="small">The claim stands in ¶{revealed.paragraph}.</dd>
          </div>
          <div>
            <dt>You</dt>
            <dd>{mine ? inWords(mine.verdict) : 'No judgement'}</dd>
            {mine && <dd class="small">You named ¶{mine.paragraph}.</dd>}
          </div>
        </dl>
        <p>{revealed.reason}</p>
        {mine && (
          <p class="own">
            <span class="small">Your reason</span> {mine.reason}
          </p>
        )}
        <h3>Evidence</h3>
        <ul>
          {revealed.evidence.map((source) => (
            <li key={source.title}>
              {source.url ? (
                <a href={source.url} target="_blank" rel="noopener noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              {source.note && <span class="small"> {source.note}</span>}
            </li>
          ))}
        </ul>
        <RestsOn lesson={lesson} places={revealed.restsOn} />
        <h3>What would change the verdict</h3>
        <p>{revealed.changeMind}</p>
      </section>
      <section class="card" aria-labelledby="how-judged">
        <h3 id="how-judged">How the class judged it</h3>
        <p class="small">{revealed.judged === 1 ? '1 judgement' : `${revealed.judged} judgements`}</p>
        <ul class="plain shares named">
          {revealed.spread.map(({ verdict, count }) => {
            const percent = revealed.judged === 0 ? 0 : Math.round((100 * count) / revealed.judged);
            const [isIt, isMine] = [verdict === revealed.verdict, verdict === mine?.verdict];
            return (
              <li key={verdict}>
                <span>{inWords(verdict)}</span>
                <span class="bar" aria-hidden="true">
                  <i style={{ width: `${percent}%` }} />
                </span>
                <span class="small">
                  {count} ({percent} %)
                </span>
                {(isIt || isMine) && (
                  <span class="row marks">
                    {isIt && <span class="tag">verdict</span>}
                    {isMine && <span class="tag">yours</span>}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

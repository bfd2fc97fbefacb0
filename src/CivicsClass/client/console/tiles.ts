import type { TeacherView } from '../contract';
import { boardOf, here, outOf } from './classroom';

export type Tile = { value: string; label: string };

/** The two or three numbers that matter in this step. */
export function tiles(view: TeacherView, step: string): Tile[] {
  const it = view.steps[step];
  switch (it?.kind) {
    case 'norms':
      return [
        { value: `${it.accepted} of ${outOf(view, it.accepted)}`, label: 'accepted the norms' },
        { value: String(here(view)), label: 'here' },
      ];
    case 'reading':
      return [
        { value: `${it.finished} of ${outOf(view, it.finished)}`, label: 'finished every text' },
        { value: String(it.passagesKept), label: 'passages kept as evidence' },
      ];
    case 'quiz': {
      const questions = it.order.map((id) => it.questions[id]!);
      const shown = questions.filter((q) => q.status === 'revealed').length;
      if (it.pace === 'self') {
        const answers = questions.reduce((sum, q) => sum + q.answers, 0);
        return [
          { value: String(answers), label: 'answers so far' },
          { value: `${shown} of ${questions.length}`, label: 'answers shown' },
        ];
      }
      const now = it.current === undefined ? undefined : it.questions[it.current];
      return [
        ...(now ? [{ value: `${now.answers} of ${outOf(view, now.answers)}`, label: `answered question ${now.number}` }] : []),
        { value: `${shown} of ${questions.length}`, label: 'questions discussed' },
      ];
    }
    case 'debate':
      return [
        { value: String(boardOf(view.class, step).order.length), label: 'on the board' },
        { value: String(it.queue.length), label: 'waiting for you' },
        { value: String(it.notPosted), label: 'have not posted' },
      ];
    case 'sourceCheck': {
      const shown = it.order.filter((claim) => it.claims[claim]?.revealed).length;
      return [
        { value: `${it.finished} of ${outOf(view, it.finished)}`, label: 'judged every claim' },
        { value: `${shown} of ${it.order.length}`, label: 'verdicts shown' },
      ];
    }
    case 'poll':
      return [{ value: `${it.counted} of ${outOf(view, it.counted)}`, label: 'have voted' }];
    case 'controversy': {
      const teams = Object.values(it.teams);
      return [
        { value: String(teams.length), label: 'teams' },
        { value: `${teams.filter((team) => team.ready).length} of ${teams.length}`, label: 'ready' },
        { value: String(teams.filter((team) => team.called).length), label: 'called you' },
      ];
    }
    case 'reflection': {
      const wrote = view.rosterOrder.filter((id) => Object.keys(it.answers[id] ?? {}).length > 0).length;
      return [{ value: `${wrote} of ${outOf(view, wrote)}`, label: 'have written' }];
    }
    default:
      return [];
  }
}

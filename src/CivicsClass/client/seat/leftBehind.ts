import type { ClassView, SessionCommand } from '../contract';
import { draftField, EMPTY, read, submit, targetOf } from '../debates/form';
import type { Drafts } from '../live/drafts';
import { EMPTY as NOTHING, isSame, judgeField, read as readJudgement } from '../sourceChecks/form';
import { told } from './told';

/** What a command was about, for a student who did it before the page was opened again. */
export function nameOf(command: SessionCommand, lesson: ClassView): string {
  const title = 'step' in command ? lesson.steps[command.step!]?.title : undefined;
  const where = title ? ` in “${title}”` : '';
  switch (command.kind) {
    case 'quiz.answer': {
      const view = lesson.open[command.step];
      const question = view?.kind === 'quiz' ? view.questions[command.item] : undefined;
      return `your answer${question ? ` to question ${question.number}` : ''}${where}`;
    }
    case 'reading.keep':
      return `a sentence for your evidence tray${where}`;
    case 'reading.drop':
      return `a sentence taken out of your evidence tray${where}`;
    case 'debate.submit':
      return `your post${where}`;
    case 'debate.withdraw':
      return `that you withdrew a post${where}`;
    case 'sourceCheck.judge': {
      const view = lesson.open[command.step];
      const claim = view?.kind === 'sourceCheck' ? view.claims[command.claim] : undefined;
      return `your judgement${claim ? ` of claim ${claim.number}` : ''}${where}`;
    }
    case 'reflection.write':
      return `what you wrote${where}`;
    default:
      return `${told[command.kind.split('.')[0]!]?.nameOf(command) ?? 'what you did'}${where}`;
  }
}

/** A text that the server has stored has done its work as a draft, unless something was typed since. */
export function clearDraft(command: SessionCommand, drafts: Pick<Drafts, 'text' | 'clear'>): void {
  if (command.kind === 'reflection.write') {
    const field = `reflection/${command.step}/${command.prompt}`;
    if (drafts.text(field) === command.text) drafts.clear(field);
  }
  if (command.kind === 'help.ask' && drafts.text('help/ask') === command.text) drafts.clear('help/ask');
  if (command.kind === 'sourceCheck.judge') {
    const field = judgeField(command.step, command.claim);
    if (isSame(readJudgement(drafts.text(field), NOTHING), command)) drafts.clear(field);
  }
  if (command.kind === 'debate.submit') {
    const target = targetOf(command);
    const field = draftField(command.step, target);
    const written = submit(command.step, target, read(drafts.text(field), EMPTY), command.side);
    if (JSON.stringify(written) === JSON.stringify(command)) drafts.clear(field);
  }
}

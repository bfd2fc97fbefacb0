import type { ClassView, MyHelp, MyView, PromptTo, QuestionStage } from '../contract';

/** Something from the teacher that stands at the top of a student's step. */
export interface Said {
  /** Names it on this device, so that it stays folded. */
  id: string;
  heading: string;
  words: string;
  /** The student's own question that this answers. */
  asked?: string;
}

export interface Heard {
  class: Pick<ClassView, 'moment'>;
  my: Pick<MyView, 'help'>;
}

const TO: Record<PromptTo, string> = { all: 'From your teacher', side: 'From your teacher, to your side', team: 'From your teacher, to your team' };

export const STAGES: Record<QuestionStage, string> = {
  open: 'Waits for your teacher',
  answered: 'Answered',
  done: 'Your teacher has seen this',
  raised: 'Asked to the whole class, without your name',
  takenBack: 'Taken back',
};

export function said({ class: { moment }, my: { help } }: Heard): Said[] {
  return [
    ...(moment === undefined ? [] : [{ id: `moment ${moment}`, heading: 'Question of the moment', words: moment }]),
    ...(help?.prompts ?? []).map(({ id, to, text }) => ({ id, heading: TO[to], words: text })),
    ...answered(help).map(([id, asked, words]) => ({ id: `${id} ${words}`, heading: 'Your teacher answered you', words, asked })),
  ];
}

function answered(help: MyHelp | undefined): [id: string, asked: string, answer: string][] {
  return (help?.order ?? []).flatMap((id): [string, string, string][] => {
    const question = help!.questions[id];
    return question?.answer === undefined ? [] : [[id, question.text, question.answer]];
  });
}

/** For those who listen to the page: what was not there before. */
export function news(before: Heard, now: Heard): string[] {
  const known = new Set(said(before).map(({ id }) => id));
  const raised = (now.my.help?.order ?? []).filter((id) => now.my.help!.questions[id]?.stage === 'raised' && before.my.help?.questions[id]?.stage === 'open');
  return [
    ...said(now).filter(({ id }) => !known.has(id)).map(({ heading, words }) => `${heading}: ${words}`),
    ...raised.map(() => 'Your teacher has asked your question to the class, without your name.'),
  ];
}

export function waitingFor(help: MyHelp | undefined): number {
  return (help?.order ?? []).filter((id) => help!.questions[id]?.stage === 'open').length;
}

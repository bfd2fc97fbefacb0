import { Fitted } from './Fitted';

/** The question of the moment takes the place of the step until the teacher takes it down. */
export function MomentWall({ text }: { text: string }) {
  return (
    <Fitted of={text} name="momentWall">
      <p class="lead">Question of the moment</p>
      <h1>{text}</h1>
    </Fitted>
  );
}

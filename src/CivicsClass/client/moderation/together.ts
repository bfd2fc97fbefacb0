import type { TeacherArgument } from '../contract';
import type { Row } from './line';

/** Those that may be approved together: never one that is held. */
export function together(rows: readonly Row[], find: (row: Row) => TeacherArgument | undefined): Row[] {
  return rows.filter((row) => row.text === undefined && find(row) !== undefined && find(row)!.held === undefined);
}

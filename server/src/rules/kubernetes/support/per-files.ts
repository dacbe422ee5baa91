import { Memo } from '../../../base/memo.ts';
import type { Facts } from '../../../engine/environment.ts';

export type Files = readonly (readonly [path: string, facts: Facts['kubernetes']])[];

/** Works an answer about a list of files out once. The list stays the same object as long as no facts change. */
export function perFiles<T>(answer: (files: Files) => T): (files: Files) => T {
  const answers = new Memo(answer);
  return (files) => answers.of(files);
}

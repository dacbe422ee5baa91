/** The line (from 1) that an offset lies in. */
export type LineOf = (offset: number) => number;

/** Longer values are cut. In UTF-16 code units. */
const LONGEST = 200;

export const code = (text: string): string => {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  // A code span ends at as many backticks as it began with.
  const fence = short.includes('`') ? '``' : '`';
  return `${fence}${fence.length > 1 ? ' ' : ''}${short.replaceAll(/\s+/g, ' ')}${fence.length > 1 ? ' ' : ''}${fence}`;
};

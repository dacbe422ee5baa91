import { valueOf, type Invocation, type Word } from '../../../model/shell/index.ts';

/** Commands that load the whole application, which then asks for a secret that they do not use. */
export const isAssetBuild = ({ args }: Invocation): boolean =>
  args.some((each) => /^(?:collectstatic|assets:precompile)$/.test(valueOf(each) ?? ''));

/** Whether a value is no real key by its looks: a few characters, or plain words. */
export function isThrowAway(word: Word): boolean {
  const value = valueOf(word);
  return value !== undefined && (value.length <= 8 || (value.length <= 40 && !(/\d/.test(value) && /[a-z]/i.test(value))));
}

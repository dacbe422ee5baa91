import { isVendorIndex } from '../../support/python-indexes.ts';

/** Anyone may publish under any name there. */
const TEST = /^https:\/\/test\.pypi\.org(?:[/:]|$)/i;

const withoutUserInfo = (url: string): string => url.replace(/(?<=^[a-z]+:\/\/)[^/?#\s]*@/i, '');

/** Whether an index is neither PyPI itself nor that of a vendor who publishes under names of their own, nor a folder of this machine. */
export const isPrivateIndex = (url: string): boolean =>
  /^https?:\/\/|^\$/i.test(url) && (TEST.test(withoutUserInfo(url)) || !isVendorIndex(withoutUserInfo(url)));

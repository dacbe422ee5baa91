import type { Advisories } from '../engine/advisories.ts';
import { BUILT_IN_ADVISORIES } from '../engine/builtin-advisories.ts';
import type { AdvisoryData } from './host.ts';

/** Where the client says that data lies is known only after workspaces were made. */
export class LateAdvisories {
  data: AdvisoryData | undefined;

  get now(): Advisories {
    return this.data?.advisories() ?? BUILT_IN_ADVISORIES;
  }
}

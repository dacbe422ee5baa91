import { at, type PeerConfig, textsOf } from './peer.ts';

/**
 * KICS's `kics.config` where it is written as YAML or JSON (its documentation, "Configuration File"): queries and paths that are excluded. How a run prints, and results and
 * categories that are excluded, are not taken over.
 */
export const KICS: PeerConfig = {
  tool: 'kics',
  names: ['kics.config'],
  syntax: 'yaml',
  read: (value) => ({
    content: {
      rules: textsOf(at(value, 'exclude-queries')).map(({ text, span }) => ({ key: `kics:${text}`, span, value: 'off' })),
      suppressions: textsOf(at(value, 'exclude-paths')).map(({ text, span }) => ({
        rule: { value: 'kics:*', span },
        path: text,
        reason: 'left out by KICS’s configuration',
      })),
    },
  }),
};

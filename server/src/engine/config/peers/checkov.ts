import { at, type PeerConfig, textsOf } from './peer.ts';

/**
 * checkov's `.checkov.yaml`: `skip-check` turns off what has the same meaning. `check` says what checkov is run for, not what is accepted, and is not
 * taken over.
 */
export const CHECKOV: PeerConfig = {
  tool: 'checkov',
  names: ['.checkov.yaml', '.checkov.yml'],
  syntax: 'yaml',
  read: (value) => ({
    content: {
      rules: textsOf(at(value, 'skip-check')).map(({ text, span }) => ({ key: `checkov:${text}`, span, value: 'off' })),
    },
  }),
};

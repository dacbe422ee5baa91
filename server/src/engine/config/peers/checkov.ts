import { at, type PeerConfig, type SuppressionEntries, textsOf } from './peer.ts';

/** A path without a sign that means something else in a regular expression than in a path; a dot stands for itself often enough. */
const PLAIN_PATH = /^\.?\/?[\w./-]+$/;

/**
 * checkov's `.checkov.yaml`: `skip-check` turns off what has the same meaning, `*` included, and `skip-path` accepts it in some files. Those are regular expressions; one that is
 * more than a path is passed over. `check` and `framework` say what checkov is run for, not what is accepted, and are not taken over.
 */
export const CHECKOV: PeerConfig = {
  tool: 'checkov',
  names: ['.checkov.yaml', '.checkov.yml'],
  syntax: 'yaml',
  read: (value) => ({
    content: {
      rules: textsOf(at(value, 'skip-check')).map(({ text, span }) => ({ key: `checkov:${text}`, span, value: 'off' })),
      suppressions: textsOf(at(value, 'skip-path')).flatMap(({ text, span }): SuppressionEntries =>
        PLAIN_PATH.test(text)
          ? [{ rule: { value: 'checkov:*', span }, path: text, reason: 'left out by checkov’s configuration' }]
          : [],
      ),
    },
  }),
};

import { UNKNOWN, type Dockerfile } from '../../../model/dockerfile/index.ts';
import { setVariables } from './set-variables.ts';

/** Go's settings that take modules as they come (https://go.dev/ref/mod#environment-variables). Nothing is downloaded where all are in the repository. */
export function* withoutHashes(model: Dockerfile) {
  const all = [...setVariables(model)];
  if (all.some(({ name, value }) => name === 'GOFLAGS' && /(?:^|\s)--?mod=vendor\b/.test(value))) return;
  for (const { name, value, span, removal } of all) {
    const isOff =
      (name === 'GOSUMDB' && value === 'off') ||
      (name === 'GONOSUMCHECK' && !/^(?:0|)$/.test(value)) ||
      (/^(?:GONOSUMDB|GOPRIVATE)$/.test(name) && value.split(',').includes('*'));
    if (!isOff || value.includes(UNKNOWN)) continue;
    const fixes = removal ? [{ title: `Delete ${name}`, applicability: 'safe', edits: [removal] } as const] : [];
    yield { message: 'hashes', data: { name, value }, span, severity: 'medium', fixes } as const;
  }
}

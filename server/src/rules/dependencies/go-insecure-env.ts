import { dependencyRule } from '../../engine/rule.ts';
import type { Setting } from '../../model/dependencies/index.ts';
import { isPlainHttp } from './shared/plain-http.ts';

export const goInsecureEnv = dependencyRule(
  {
    id: 'dependencies/go-insecure-env',
    title: 'Go settings turn off the checks of downloaded modules',
    why: 'The go command downloads modules over HTTPS and compares them with a public log of hashes, so that a module cannot be replaced on the way or differ from what everybody else gets. These settings turn that off, and what is downloaded is then compiled and run. Name private modules in GOPRIVATE instead.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unchecked:
        '{name}={value} turns off the check of modules against the public log of hashes. Remove it, and name private modules in GOPRIVATE.',
      insecure: '{name}={value} lets the go command take modules without a secure connection. Remove it.',
      http: '{name} has a proxy that is reached over plain HTTP, where anyone on the way can replace what it sends. Use HTTPS.',
      direct:
        '{name}={value} takes modules from wherever they are hosted, without the copies that a proxy keeps. Put a proxy in front of direct.',
      changes: '{name}={value} lets a build change go.mod, so it may take other versions than were reviewed. Remove it.',
    },
    aliases: [],
    references: ['CWE-494', 'CWE-295', 'https://go.dev/ref/mod#environment-variables'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'go.env') return;
    for (const setting of model.settings) {
      const { key: name, valueSpan: span } = setting;
      for (const { message, value, start } of faultsOf(setting)) {
        const place = { start: span.start + start, end: span.start + start + value.length };
        if (message === 'http') yield { message, data: { name }, span: place, key: `${name}/${value}` };
        else
          yield {
            message,
            data: { name, value },
            span: place,
            key: `${name}/${value}`,
            ...((message === 'direct' || message === 'changes') && { severity: 'low' as const }),
          };
      }
    }
  },
);

interface Fault {
  readonly message: 'unchecked' | 'insecure' | 'http' | 'direct' | 'changes';
  /** The part of the setting's value that is at fault, and where in it that begins. */
  readonly value: string;
  readonly start: number;
}

/** The parts of a value between separators. */
const partsOf = (value: string, separator: RegExp): { readonly value: string; readonly start: number }[] =>
  [...value.matchAll(separator)].map((match) => ({ value: match[0], start: match.index }));

function faultsOf({ key, value }: Setting): Fault[] {
  const whole = value.trim() === '' ? [] : [{ value, start: 0 }];
  const matchingAll = (message: Fault['message']): Fault[] =>
    partsOf(value, /[^,\s]+/g)
      .filter((part) => part.value === '*')
      .map((part) => ({ message, ...part }));
  switch (key) {
    case 'GOSUMDB':
      return value === 'off' ? whole.map((part) => ({ message: 'unchecked', ...part })) : [];
    case 'GONOSUMCHECK':
      return value === '0' ? [] : whole.map((part) => ({ message: 'unchecked', ...part }));
    case 'GONOSUMDB':
    case 'GOPRIVATE':
      return matchingAll('unchecked');
    case 'GOINSECURE':
      return whole.map((part) => ({ message: 'insecure', ...part }));
    case 'GOFLAGS':
      return partsOf(value, /[^\s"']+/g).flatMap((part): Fault[] =>
        /^--?insecure(?:=true)?$/.test(part.value)
          ? [{ message: 'insecure', ...part }]
          : /^--?mod=mod$/.test(part.value)
            ? [{ message: 'changes', ...part }]
            : [],
      );
    case 'GOPROXY':
      if (value.trim() === 'direct') return [{ message: 'direct', value: 'direct', start: value.indexOf('direct') }];
      return partsOf(value, /[^,|\s]+/g)
        .filter((part) => isPlainHttp(part.value))
        .map((part) => ({ message: 'http', ...part }));
    default:
      return [];
  }
}

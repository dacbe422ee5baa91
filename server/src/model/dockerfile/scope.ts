import type { Expansion, ExpansionLookup } from './expansion.ts';
import type { Pair, PairsInstruction } from './syntax.ts';

/** One `ARG NAME[=value]` or `ENV NAME=value`. */
export interface Binding {
  readonly kind: 'arg' | 'env';
  readonly pair: Pair;
  readonly instruction: PairsInstruction;
  /** Undefined for an ARG without a default. An ARG of a stage that repeats a global one has that one's. */
  readonly expansion: Expansion | undefined;
}

/**
 * Arguments that BuildKit sets by itself. FROM and the arguments before it see them; a stage does only behind their declaration.
 * https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 * The version of the system and the stage are known to BuildKit: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/platform.go.
 */
const PLATFORM = /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE)$/;

export const isPlatformArgument = (name: string): boolean => PLATFORM.test(name);

/** Arguments that a build may give without a declaration: https://docs.docker.com/reference/dockerfile/#predefined-args. */
const PROXY = /^(?:(?:HTTP|HTTPS|FTP|NO|ALL)_PROXY|(?:http|https|ftp|no|all)_proxy)$/;

export const isProxyArgument = (name: string): boolean => PROXY.test(name);

const OF_BUILDKIT = /^(?:BUILDKIT_\w+|SOURCE_DATE_EPOCH)$/;

/** Arguments that Docker knows without a declaration (some must be declared to be seen in a stage, which changes nothing here: their values are unknown). */
export const isPredefined = (name: string): boolean =>
  isPlatformArgument(name) || isProxyArgument(name) || OF_BUILDKIT.test(name);

/** Chains of stages longer than this are not followed for variables. */
const MAX_PARENTS = 64;

/** The variables of a stage, or the arguments before the first FROM. */
export class Scope {
  readonly #arguments = new Map<string, Binding[]>();
  readonly #environment = new Map<string, Binding[]>();
  readonly #parent: Scope | undefined;

  /** `parent`: the scope of the stage that this one is FROM, whose ENV and ARG are inherited (https://docs.docker.com/build/building/variables/#scoping). */
  constructor(parent?: Scope) {
    this.#parent = parent;
  }

  add(binding: Binding): void {
    const map = binding.kind === 'arg' ? this.#arguments : this.#environment;
    const list = map.get(binding.pair.name);
    if (list) list.push(binding);
    else map.set(binding.pair.name, [binding]);
  }

  /** What `name` means before the instruction `index`; ENV hides ARG. */
  find(name: string, index: number): Binding | undefined {
    const own = latest(this.#environment.get(name), index);
    if (own) return own;
    let argument = latest(this.#arguments.get(name), index);
    let scope = this.#parent;
    for (let hops = 0; scope && hops < MAX_PARENTS; hops++, scope = scope.#parent) {
      const inherited = scope.#environment.get(name)?.at(-1);
      if (inherited) return inherited;
      argument ??= scope.#arguments.get(name)?.at(-1);
    }
    return argument;
  }

  /** A lookup for the instruction `index`. */
  at(index: number): ExpansionLookup {
    return (name) => valueOfBinding(this.find(name, index));
  }
}

function latest(bindings: readonly Binding[] | undefined, index: number): Binding | undefined {
  let low = 0;
  let high = bindings?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bindings?.[middle]?.instruction.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return bindings?.[low - 1];
}

/** A binding as a lookup gives it: an ARG without a default is unset, unless the build sets it. */
export const valueOfBinding = (binding: Binding | undefined): ReturnType<ExpansionLookup> =>
  binding && (binding.expansion ?? 'unset');

/** What FROM makes of a variable: one that nothing declares is not set there, and no build can set it. */
export const valueInFrom = (global: Scope, name: string, index: number): ReturnType<ExpansionLookup> =>
  valueOfBinding(global.find(name, index)) ?? (isPredefined(name) ? undefined : 'unset');

import type { Span } from '../../base/span.ts';
import type { Dockerfile } from './dockerfile.ts';
import { type HealthcheckFact, healthcheckFact } from './healthcheck-fact.ts';
import type { Stage } from './stage.ts';

/** A port, or a range of them, that an image exposes. */
export interface ExposedPortFact {
  readonly first: number;
  readonly last: number;
  /** Lower case; undefined where EXPOSE leaves it out, which means TCP. */
  readonly protocol: string | undefined;
  readonly span: Span;
}

/** What other files may want to know about the image that a Dockerfile makes. Plain data. */
export interface DockerfileFacts {
  readonly isTemplate: boolean;
  /** The effective USER of the final stage; undefined when no USER of the file sets it. */
  readonly user:
    | {
        /** Undefined when a variable in it is unknown. */
        readonly value: string | undefined;
        readonly span: Span;
      }
    | undefined;
  /** The image at the bottom of the final stage. */
  readonly base:
    | {
        readonly kind: 'scratch' | 'image';
        /** `docker.io/library/node`; undefined when unknown or scratch. */
        readonly repository: string | undefined;
        readonly tag: string | undefined;
        readonly isTagUnknown: boolean;
        /** The name and tag as written in FROM. */
        readonly span: Span;
      }
    | undefined;
  /** FROM of the final stage, up to its image: where a missing USER is reported. */
  readonly fromSpan: Span | undefined;
  /** Ports that the final stage exposes, each once. */
  readonly ports: readonly ExposedPortFact[];
  /** An unknown variable may expose more. */
  readonly hasUnknownPorts: boolean;
  /** The HEALTHCHECK in force at the end of the final stage; undefined for NONE, and when the base image decides. */
  readonly healthcheck: HealthcheckFact | undefined;
  readonly stages: readonly string[];
  /** The name of the final stage. */
  readonly finalStage: string | undefined;
  /** Labels of the final stage. */
  readonly labels: readonly (readonly [name: string, value: string])[];
}

/** The final stage and the stages it is built on, nearest first. */
export function lineage(stage: Stage | undefined): Stage[] {
  const stages: Stage[] = [];
  for (let at = stage; at; at = at.base.kind === 'stage' ? at.base.stage : undefined) stages.push(at);
  return stages;
}

export function dockerfileFacts(model: Dockerfile): DockerfileFacts {
  const final = model.finalStage;
  const stages = lineage(final);
  const user = final?.final.user;
  const bottom = stages.at(-1);
  const ports = new Map<string, ExposedPortFact>();
  let hasUnknownPorts = false;
  const labels = new Map<string, string>();
  for (const instruction of stages.toReversed().flatMap((stage) => stage.instructions)) {
    if (instruction.keyword === 'EXPOSE') {
      for (const word of instruction.words) {
        const values = model.expand(word, instruction).value?.trim().split(/\s+/) ?? [''];
        for (const value of values) {
          const port = exposedPort(value, word.span);
          if (port) ports.set(value.toLowerCase().replace(/\/tcp$/, ''), port);
          else hasUnknownPorts = true;
        }
      }
    } else if (instruction.keyword === 'LABEL') {
      for (const { name, value } of instruction.pairs) {
        const text = value && model.expand(value, instruction).value;
        if (text !== undefined) labels.set(name, text);
      }
    }
  }
  return {
    isTemplate: model.isTemplate,
    user: user && { value: user.value, span: user.instruction.word?.span ?? user.instruction.keywordSpan },
    base: bottom && baseFacts(bottom),
    fromSpan: final && (final.from.image?.span ?? final.from.keywordSpan),
    ports: [...ports.values()],
    hasUnknownPorts,
    healthcheck: final && healthcheckFact(final.final),
    stages: model.stages.flatMap(({ name }) => name ?? []),
    finalStage: final?.name,
    labels: [...labels],
  };
}

/** `8080`, `53/udp`, `7000-7010`. */
function exposedPort(value: string, span: Span): ExposedPortFact | undefined {
  const [, first, last = first, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(value) ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last), protocol: protocol?.toLowerCase(), span };
}

function baseFacts({ base, from }: Stage): DockerfileFacts['base'] {
  const span = from.image?.span ?? from.keywordSpan;
  if (base.kind === 'scratch') return { kind: 'scratch', repository: undefined, tag: undefined, isTagUnknown: false, span };
  if (base.kind !== 'image') return undefined;
  const { repository, tag, isTagUnknown } = base.image;
  return { kind: 'image', repository, tag: tag?.text, isTagUnknown, span };
}

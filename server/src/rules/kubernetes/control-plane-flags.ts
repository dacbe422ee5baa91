import { type Context, kubernetesRule, type Problem } from '../../engine/rule.ts';
import { type Component, CONTROL_PLANE_FLAGS, type FlagDemand } from '../../knowledge/control-plane/index.ts';
import { type Container, lookup } from '../../model/kubernetes/index.ts';
import { at, itemsOf, stringOf } from '../../model/yaml/index.ts';
import { componentSettings } from './support/component-config.ts';
import { editSource, fixOf } from './support/edits.ts';
import { judge, remedyOf } from './support/flag-demand.ts';
import { applicabilityOf, fixesOfMissing, fixesOfWrong, isBare } from './support/flag-fixes.ts';
import { type Program, programOf } from './support/program-flags.ts';
import { type Target, targetsOf } from './support/targets.ts';

const COMPONENTS = [...new Set(CONTROL_PLANE_FLAGS.map(({ component }) => component))];

const MESSAGES = {
  wrong: '`{setting}` of `{component}` means that {effect} (CIS {cis}). {remedy}.',
  lacking: '`--{flag}` of `{component}` lacks `{item}`, so {effect} (CIS {cis}). Add it.',
  missing: '`{component}` has no `--{flag}`, so {effect} (CIS {cis}). {remedy}.',
} as const;

type Found = Problem<typeof MESSAGES>;

export const controlPlaneFlags = kubernetesRule(
  {
    id: 'kubernetes/control-plane-flags',
    title: 'Insecure setting of a control plane component',
    why: 'The API server, the controller manager, the scheduler, etcd and the kubelet are secured by flags, and many of their defaults are those of a test cluster. The CIS Kubernetes Benchmark says how each should stand. A flag that is missing is reported only in Pods, as static pods are.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: MESSAGES,
    // A peer has one id for each flag, and a suppression of one must not silence them all.
    aliases: [],
    references: [
      'CIS Kubernetes 1.2',
      'CIS Kubernetes 1.3',
      'CIS Kubernetes 1.4',
      'CIS Kubernetes 2',
      'CIS Kubernetes 4.2',
      'CWE-1188',
    ],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const target of targetsOf(context.model)) {
      const program = programOf(context.file.text, target.container, COMPONENTS);
      const isAsked = program?.flags.some(({ name }) => name === 'help' || name === 'version');
      if (program && !isAsked) yield* flags(context, target, program);
    }
    for (const resource of context.model.resources) {
      const source = editSource(context.file, resource);
      for (const { row, value, text, node, replace, key } of componentSettings(resource, CONTROL_PLANE_FLAGS)) {
        const wrong = judge(row.demand, value);
        if (!wrong) continue;
        const title = wrong.better === undefined ? `Delete \`${value}\`` : `Set \`${wrong.better}\``;
        const fixes = fixOf(title, applicabilityOf(row), replace(source, wrong.better));
        yield { ...wrongly(row, text), span: node.span, fixes, key };
      }
    }
  },
);

const said = ({ component, effect, cis, demand }: FlagDemand) => ({ component, effect, cis, remedy: remedyOf(demand) });

function wrongly(row: FlagDemand, setting: string) {
  const { component, flag, demand, effect, cis, severity } = row;
  return 'includes' in demand
    ? ({ message: 'lacking', severity, data: { component, flag, item: demand.includes, effect, cis } } as const)
    : ({ message: 'wrong', severity, data: { ...said(row), setting } } as const);
}

function* flags({ file }: Context<'kubernetes'>, { workload, container }: Target, program: Program<Component>): Generator<Found> {
  const given = new Set(program.flags.map(({ name }) => name));
  const source = editSource(file, workload.resource);
  const isStatic = workload.resource.kind === 'Pod' && program.isComplete && !readsEnvironment(container, program.name);
  for (const row of CONTROL_PLANE_FLAGS) {
    if (row.component !== program.name) continue;
    const { flag, cis, severity } = row;
    const key = `${container.key}/${flag}/${cis}`;
    if (given.has(flag)) {
      const hit = wrongOf(row, program);
      if (!hit) continue;
      const fixes = fixesOfWrong(source, program, hit.flag, row, hit.wrong);
      yield { ...wrongly(row, hit.setting), span: hit.flag.span, fixes, key };
    } else if (isStatic && isMissing(row, given)) {
      const fixes = fixesOfMissing(source, program, row);
      yield { message: 'missing', severity, data: { ...said(row), flag }, span: program.span, fixes, key };
    }
  }
}

/** The flag whose value is wrong. Lists add up when they are given again, of other flags the last one counts. */
function wrongOf(row: FlagDemand, program: Program<Component>) {
  const { demand, flag: name } = row;
  const judged = program.flags.flatMap((flag) => {
    if (flag.name !== name) return [];
    const value = isBare(row, flag) ? 'true' : flag.value;
    const setting = isBare(row, flag) || value === '' ? `--${name}` : `--${name}=${value}`;
    return { flag, setting, wrong: value === undefined ? undefined : judge(demand, value) };
  });
  const isAnyRight = 'includes' in demand && judged.some(({ wrong }) => !wrong);
  const chosen = 'excludes' in demand ? judged.find(({ wrong }) => wrong) : isAnyRight ? undefined : judged.at(-1);
  return chosen?.wrong ? { ...chosen, wrong: chosen.wrong } : undefined;
}

const isMissing = ({ whenMissing, elsewhere = [], needs }: FlagDemand, given: ReadonlySet<string>): boolean =>
  whenMissing === 'bad' && !elsewhere.some((flag) => given.has(flag)) && (needs === undefined || given.has(needs));

/** etcd takes each flag as a variable as well. */
const readsEnvironment = ({ node }: Container, component: Component): boolean =>
  component === 'etcd' &&
  (lookup(node, 'envFrom').state !== 'absent' ||
    itemsOf(at(node, 'env')).some((item) => stringOf(at(item, 'name'))?.startsWith('ETCD_') ?? true));

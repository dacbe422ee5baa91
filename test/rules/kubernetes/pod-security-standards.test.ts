import assert from 'node:assert/strict';
import { SAFE_SYSCTLS } from '../../../server/src/knowledge/pod-security.ts';
import type { AnyRule } from '../../../server/src/engine/rule.ts';
import { allowPrivilegeEscalation } from '../../../server/src/rules/kubernetes/allow-privilege-escalation.ts';
import { apparmorProfile } from '../../../server/src/rules/kubernetes/apparmor-profile.ts';
import { capabilitiesBaseline } from '../../../server/src/rules/kubernetes/capabilities-baseline.ts';
import { capabilitiesDropAll } from '../../../server/src/rules/kubernetes/capabilities-drop-all.ts';
import { hostIpc } from '../../../server/src/rules/kubernetes/host-ipc.ts';
import { hostNetwork } from '../../../server/src/rules/kubernetes/host-network.ts';
import { hostPid } from '../../../server/src/rules/kubernetes/host-pid.ts';
import { privilegedContainer } from '../../../server/src/rules/kubernetes/privileged-container.ts';
import { procMountRestricted } from '../../../server/src/rules/kubernetes/proc-mount-restricted.ts';
import { procMount } from '../../../server/src/rules/kubernetes/proc-mount.ts';
import { runAsNonRoot } from '../../../server/src/rules/kubernetes/run-as-non-root.ts';
import { runAsUserRoot } from '../../../server/src/rules/kubernetes/run-as-user-root.ts';
import { seccompProfile } from '../../../server/src/rules/kubernetes/seccomp-profile.ts';
import { seccompUnconfined } from '../../../server/src/rules/kubernetes/seccomp-unconfined.ts';
import { selinuxOptions } from '../../../server/src/rules/kubernetes/selinux-options.ts';
import { unsafeSysctls } from '../../../server/src/rules/kubernetes/unsafe-sysctls.ts';
import { windowsHostProcess } from '../../../server/src/rules/kubernetes/windows-host-process.ts';
import { findingsOf } from '../../support/rule-tester.ts';
import { cronJob, deployment, pod } from './pods.ts';

const RULES: readonly AnyRule[] = [
  allowPrivilegeEscalation,
  apparmorProfile,
  capabilitiesBaseline,
  capabilitiesDropAll,
  hostIpc,
  hostNetwork,
  hostPid,
  privilegedContainer,
  procMount,
  procMountRestricted,
  runAsNonRoot,
  runAsUserRoot,
  seccompProfile,
  seccompUnconfined,
  selinuxOptions,
  unsafeSysctls,
  windowsHostProcess,
];
const inProfile = (profile: 'pss-baseline' | 'pss-restricted') => RULES.filter(({ meta }) => meta.profiles.includes(profile));
const LEVELS = { baseline: inProfile('pss-baseline'), restricted: inProfile('pss-restricted') } as const;

/** A pod, each of whose three security contexts (of the pod, the first container and the first container that runs before) is a flow mapping. */
interface Shape {
  readonly pod?: string;
  readonly container?: string;
  readonly init?: string;
  /** Other lines of the pod's spec. */
  readonly spec?: string;
}
type Case = Shape & { readonly since?: number; readonly before?: number };

interface Control {
  /** As Pod Security admission names its check. */
  readonly check: string;
  readonly level: keyof typeof LEVELS;
  readonly bad: readonly Case[];
  readonly good: readonly Case[];
}

const HARD = 'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }';
const HARD_POD = 'runAsNonRoot: true, seccompProfile: { type: RuntimeDefault }';
const BASE: Readonly<Record<keyof typeof LEVELS, Required<Omit<Shape, 'spec'>>>> = {
  baseline: { pod: '', container: '', init: '' },
  restricted: { pod: HARD_POD, container: HARD, init: HARD },
};

const specOf = (level: keyof typeof LEVELS, shape: Shape): string => {
  const base = BASE[level];
  const context = (text: string, indent: string) => `${indent}securityContext: { ${text} }\n`;
  return `${shape.spec ?? ''}${context(shape.pod ?? base.pod, '')}initContainers:\n  - name: before\n    image: a:1\n${context(shape.init ?? base.init, '    ')}containers:\n  - name: app\n    image: a:1\n${context(shape.container ?? base.container, '    ')}`;
};

/** The same text in the contexts of the container and of the one that runs before it. */
const either = (text: string, more: Case = {}): readonly Case[] => [
  { ...more, container: text },
  { ...more, init: text },
];
const everywhere = (text: string, more: Case = {}): readonly Case[] => [{ ...more, pod: text }, ...either(text, more)];
const sysctls = (...names: readonly string[]) => `sysctls: [${names.map((name) => `{ name: ${name}, value: "1" }`).join(', ')}]`;
const safeAt = (minor: number) => SAFE_SYSCTLS.flatMap(([name, since]) => (since <= minor ? [name] : []));
const inUserNamespace = { spec: 'hostUsers: false\n' };
const onWindows = { spec: 'os: { name: windows }\n' };

const CONTROLS: readonly Control[] = [
  { check: 'privileged', level: 'baseline', bad: either('privileged: true'), good: either('privileged: false') },
  {
    check: 'hostnamespaces',
    level: 'baseline',
    bad: ['hostNetwork', 'hostPID', 'hostIPC'].map((name) => ({ spec: `${name}: true\n` })),
    good: [{}, { spec: 'hostNetwork: false\nhostPID: false\nhostIPC: false\n' }],
  },
  {
    check: 'capabilities_baseline',
    level: 'baseline',
    bad: ['NET_RAW', 'SYS_ADMIN', 'chown', 'CAP_CHOWN', 'ALL'].flatMap((name) => either(`capabilities: { add: [${name}] }`)),
    good: [
      ...either(
        'capabilities: { add: [AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT] }',
      ),
      ...either('capabilities: { drop: [ALL] }'),
      ...either('capabilities: {}'),
    ],
  },
  {
    check: 'apparmorprofile',
    level: 'baseline',
    bad: everywhere('appArmorProfile: { type: Unconfined }'),
    good: [
      ...everywhere('appArmorProfile: { type: RuntimeDefault }'),
      ...everywhere('appArmorProfile: { type: Localhost, localhostProfile: p }'),
    ],
  },
  {
    check: 'selinuxoptions',
    level: 'baseline',
    bad: [
      ...everywhere('seLinuxOptions: { type: other_t }'),
      ...everywhere('seLinuxOptions: { user: u }'),
      ...everywhere('seLinuxOptions: { role: r }'),
      ...everywhere('seLinuxOptions: { type: container_engine_t }', { before: 31 }),
    ],
    good: [
      ...everywhere('seLinuxOptions: { type: container_t, level: s0 }'),
      ...everywhere('seLinuxOptions: { type: container_init_t }'),
      ...everywhere('seLinuxOptions: { type: container_kvm_t }'),
      ...everywhere('seLinuxOptions: { type: container_engine_t }', { since: 31 }),
      ...everywhere('seLinuxOptions: {}'),
    ],
  },
  {
    check: 'procmount',
    level: 'baseline',
    bad: [...either('procMount: Unmasked', { before: 35, ...inUserNamespace }), ...either('procMount: Unmasked')],
    good: [...either('procMount: Default'), ...either('procMount: Unmasked', { since: 35, ...inUserNamespace })],
  },
  {
    check: 'seccompprofile_baseline',
    level: 'baseline',
    bad: everywhere('seccompProfile: { type: Unconfined }'),
    good: [
      ...everywhere('seccompProfile: { type: RuntimeDefault }'),
      ...everywhere('seccompProfile: { type: Localhost, localhostProfile: p }'),
    ],
  },
  {
    check: 'sysctls',
    level: 'baseline',
    bad: [
      { pod: sysctls('other') },
      { pod: sysctls('net.ipv4.ip_local_reserved_ports'), before: 27 },
      { pod: sysctls('net.ipv4.tcp_keepalive_time'), before: 29 },
      { pod: sysctls('net.ipv4.tcp_rmem'), before: 32 },
      { pod: sysctls('net.ipv4.tcp_notsent_lowat'), before: 37 },
    ],
    good: [0, 27, 29, 32, 37].map((since) => ({ pod: sysctls(...safeAt(since)), since })),
  },
  {
    check: 'windowshostprocess',
    level: 'baseline',
    bad: everywhere('windowsOptions: { hostProcess: true }', { spec: 'hostNetwork: true\n' }),
    good: everywhere('windowsOptions: { hostProcess: false }'),
  },
  {
    check: 'allowprivilegeescalation',
    level: 'restricted',
    bad: [...either('capabilities: { drop: [ALL] }'), ...either('allowPrivilegeEscalation: true, capabilities: { drop: [ALL] }')],
    good: [{}, { ...onWindows, since: 25, container: '', init: '' }],
  },
  {
    check: 'runasnonroot',
    level: 'restricted',
    bad: [
      { pod: 'seccompProfile: { type: RuntimeDefault }' },
      { pod: 'runAsNonRoot: false, seccompProfile: { type: RuntimeDefault }' },
      ...either(`runAsNonRoot: false, ${HARD}`),
      { pod: 'seccompProfile: { type: RuntimeDefault }', container: `runAsNonRoot: true, ${HARD}` },
      { pod: 'seccompProfile: { type: RuntimeDefault }', before: 35, ...inUserNamespace },
    ],
    good: [
      {},
      {
        pod: 'seccompProfile: { type: RuntimeDefault }',
        container: `runAsNonRoot: true, ${HARD}`,
        init: `runAsNonRoot: true, ${HARD}`,
      },
      { pod: 'seccompProfile: { type: RuntimeDefault }', since: 35, ...inUserNamespace },
    ],
  },
  {
    check: 'runasuser',
    level: 'restricted',
    bad: [
      { pod: `runAsUser: 0, ${HARD_POD}` },
      ...either(`runAsUser: 0, ${HARD}`),
      { pod: `runAsUser: 0, ${HARD_POD}`, before: 35, ...inUserNamespace },
    ],
    good: [
      { pod: `runAsUser: 1000, ${HARD_POD}` },
      ...either(`runAsUser: 1000, ${HARD}`),
      { pod: `runAsUser: 0, ${HARD_POD}`, since: 35, ...inUserNamespace },
    ],
  },
  {
    check: 'seccompprofile_restricted',
    level: 'restricted',
    bad: [
      { pod: 'runAsNonRoot: true' },
      { pod: 'runAsNonRoot: true, seccompProfile: { type: Unconfined }' },
      ...either(`seccompProfile: { type: Unconfined }, ${HARD}`),
      { pod: 'runAsNonRoot: true', container: `seccompProfile: { type: RuntimeDefault }, ${HARD}` },
    ],
    good: [
      { pod: 'runAsNonRoot: true, seccompProfile: { type: Localhost, localhostProfile: p }' },
      {
        pod: 'runAsNonRoot: true',
        container: `seccompProfile: { type: RuntimeDefault }, ${HARD}`,
        init: `seccompProfile: { type: RuntimeDefault }, ${HARD}`,
      },
      { pod: 'runAsNonRoot: true', since: 25, ...onWindows },
    ],
  },
  {
    check: 'capabilities_restricted',
    level: 'restricted',
    bad: [
      'capabilities: {}',
      'capabilities: { drop: [CHOWN, NET_RAW] }',
      'capabilities: { drop: [ALL], add: [CHOWN] }',
      'capabilities: { drop: [ALL], add: [NET_BIND_SERVICE, SYS_ADMIN] }',
    ].flatMap((text) => either(`allowPrivilegeEscalation: false, ${text}`)),
    good: [
      ...either('allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }'),
      ...either('allowPrivilegeEscalation: false, capabilities: { drop: [CHOWN, ALL] }'),
      { container: '', init: '', since: 25, ...onWindows },
    ],
  },
  {
    check: 'procmount_restricted',
    level: 'restricted',
    bad: [...either(`procMount: Unmasked, ${HARD}`), ...either(`procMount: Unmasked, ${HARD}`, inUserNamespace)],
    good: either(`procMount: Default, ${HARD}`, inUserNamespace),
  },
];

const VERSIONS = [24, 26, 28, 30, 31, 34, 35, 36, 37];
const SHELLS = { Pod: pod, Deployment: deployment, CronJob: cronJob } as const;

describe('Pod Security Standards', () => {
  for (const { check, level, bad, good } of CONTROLS) {
    const carriers = RULES.filter(({ meta }) => meta.aliases.some((alias) => alias === `psa:${check}`));
    it(`${check}: some rule of the profile answers for it`, () =>
      assert.ok(carriers.some((rule) => LEVELS[level].includes(rule))));
    const judge = (shape: Case, isBad: boolean) => {
      for (const minor of VERSIONS) {
        if (minor < (shape.since ?? 0) || minor >= (shape.before ?? Infinity)) continue;
        for (const shell of Object.values(SHELLS)) {
          const text = shell(specOf(level, shape));
          // What is good under the control is good under its whole level; what is bad must be told by a rule that carries the check's name.
          const found = findingsOf(
            isBad ? carriers.filter((rule) => LEVELS[level].includes(rule)) : LEVELS[level],
            text,
            `1.${minor}`,
          );
          assert.equal(found.length > 0, isBad, `1.${minor}: ${found.map(({ rule }) => rule).join(', ')}\n${text}`);
        }
      }
    };
    for (const shape of bad) it(`${check} forbids ${JSON.stringify(shape)}`, () => judge(shape, true));
    for (const shape of good) it(`${check} allows ${JSON.stringify(shape)}`, () => judge(shape, false));
  }

  it('restricted holds all of baseline but what it says more strictly itself', () => {
    const left = LEVELS.baseline.filter((rule) => !LEVELS.restricted.includes(rule)).map(({ meta }) => meta.id);
    assert.deepEqual(left, ['kubernetes/capabilities-baseline', 'kubernetes/seccomp-unconfined']);
  });
});

import { dockerfileRule } from '../../engine/rule.ts';
import type { Facts } from '../../engine/environment.ts';
import type { Fix } from '../../engine/fix.ts';
import { userIdOf } from '../../knowledge/base-images.ts';
import { lineage, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import { accountsOf } from './support/accounts.ts';
import { familyAt } from './support/base-image.ts';
import { bottomOf, isRoot } from './support/user.ts';

type Container = Facts['kubernetes']['workloads'][number]['containers'][number];

/** Whether Kubernetes has to find out by itself who the image's user is. */
const needsNumber = ({ runAsNonRoot, runAsUser }: Container): boolean =>
  typeof runAsNonRoot === 'object' && runAsNonRoot.value && runAsUser === undefined;

export const userNotNumeric = dockerfileRule(
  {
    id: 'dockerfile/user-not-numeric',
    title: 'User of the image is a name',
    why: 'Kubernetes cannot look a name up in the image, so with `runAsNonRoot: true` it refuses to start a container whose USER is one. An image without `/etc/passwd` cannot look it up either. A number always works.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      kubernetes:
        'Where a workload sets `runAsNonRoot`, as {path} does, Kubernetes starts no image whose user is a name such as "{user}". Use the number of the user.',
      scratch: 'There is no /etc/passwd in this image that could tell who "{user}" is. Use a number.',
    },
    aliases: ['hadolint:DL3066', 'tally:tally/named-identity-in-passwdless-stage'],
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    const stage = model.finalStage;
    const user = stage?.final.user;
    const word = user?.instruction.word;
    if (!stage || !word || model.isTemplate || stage.isWindows || user.value === undefined) return;
    const [name = ''] = user.value.split(':');
    if (name === '' || /^\d+$/.test(name) || isRoot(name)) return;
    const base = bottomOf(stage);
    const repository = base.kind === 'image' ? base.image.repository : undefined;
    const known =
      accountsOf(model, stage).created.find((one) => one.name === name)?.uid ?? userIdOf(name, familyAt(stage), repository);
    // Where there are no accounts, every number is as good; this one is what distroless images use.
    const uid = known ?? (base.kind === 'scratch' ? '65532' : undefined);
    // Only a name that is written there can be replaced.
    const at = word.text.text.startsWith(name) ? { start: word.span.start, end: word.span.start + name.length } : undefined;
    const fixes: readonly Fix[] =
      uid !== undefined && at ? [{ title: `Use ${uid}`, applicability: 'suggested', edits: [{ span: at, newText: uid }] }] : [];
    const span = at ?? word.span;
    if (base.kind === 'scratch' && !copiesAccounts(model, stage)) {
      yield { message: 'scratch', data: { user: name }, span, fixes };
      return;
    }
    const manifest = env.workspace
      .all('kubernetes')
      .find(([, { workloads }]) => workloads.some(({ containers }) => containers.some(needsNumber)));
    if (manifest) yield { message: 'kubernetes', data: { user: name, path: manifest[0] }, span, fixes };
  },
);

/** Whether something that may be, or hold, /etc/passwd is put into an image that began empty. */
const copiesAccounts = (model: Dockerfile, stage: Stage): boolean =>
  lineage(stage).some(({ instructions }) =>
    instructions.some((instruction) => {
      if (instruction.keyword === 'ADD' || instruction.keyword === 'RUN') return true;
      if (instruction.keyword !== 'COPY') return false;
      return (
        [...instruction.sources, instruction.destination].some((word) => {
          const value = word ? (model.expand(word, instruction).value ?? '/etc') : '';
          return /(?:^|\/)(?:etc|rootfs)(?:\/|$)|passwd|^\/?\.?\/?$/.test(value) && value !== '/';
        }) || instruction.sources.some(({ text }) => /^\/\.?$/.test(text.text))
      );
    }),
  );

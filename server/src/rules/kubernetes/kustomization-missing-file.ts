import { folderOf, resolvePath } from '../../base/path.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { replaceScalar } from '../../model/yaml/index.ts';
import { fixOf, styledSource } from './support/edits.ts';
import { nearestName } from './support/nearest-name.ts';

export const kustomizationMissingFile = kubernetesRule(
  {
    id: 'kubernetes/kustomization-missing-file',
    title: 'Kustomization names a file that is not there',
    why: 'Kustomize stops at the first file of a kustomization that it does not find, so nothing of it is deployed. Usually the file was renamed or moved, or is not yet committed. Only names below the workspace are looked at, and only where all its files are known.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: 'There is no `{path}`. Correct the path or delete the entry.',
      near: 'There is no `{path}`. Did you mean `{near}`?',
      folder: 'The folder `{path}` has no `kustomization.yaml`. Add one or correct the path.',
    },
    aliases: [],
    references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    const tree = env.workspace.tree();
    if (!model.kustomization || !tree) return;
    const folder = folderOf(file.path);
    // Where nothing is there that it names, the others were probably not given to us.
    const isGiven = model.kustomization.entries.some(({ path }) => {
      const target = resolvePath(folder, path);
      return target !== undefined && tree.has(target);
    });
    for (const { use, path: written, node } of model.kustomization.entries) {
      // `name=file` gives a generated key its name; only the file is of interest.
      const path = written.replace(/\/$/, '');
      const target = isRemote(path) ? undefined : resolvePath(folder, path);
      if (target === undefined || path.startsWith('/') || path === '') continue;
      const key = `kustomization/${use}/${path}`;
      if (!tree.has(target)) {
        const near = nearestSibling(context, target);
        const right = near === undefined ? undefined : path.slice(0, path.length - lastOf(target).length) + near;
        if (right === undefined && (!isGiven || isPersonal(target))) continue;
        if (right === undefined) yield { message: 'missing', data: { path }, span: node.span, key };
        else {
          const edits = node.text === written ? replaceScalar(styledSource(file, model.yaml), node, right) : undefined;
          yield {
            message: 'near',
            data: { path, near: right },
            span: node.span,
            fixes: fixOf(`Use \`${right}\``, 'suggested', edits),
            key,
          };
        }
      } else if ((use === 'resource' || use === 'component') && isFolder(context, target) && !hasKustomization(context, target))
        yield { message: 'folder', data: { path }, span: node.span, key };
    }
  },
);

/** A repository or a web address (https://github.com/kubernetes-sigs/kustomize/blob/master/examples/remoteBuild.md). */
const isRemote = (path: string): boolean =>
  /^[a-z][a-z0-9+.-]*::?\/\/|^git@|^[\w.-]+:[\w./-]+\.git|\?|^(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)[/:]/i.test(
    path,
  ) || path.includes('//');

/** Files of secrets and of one's own settings are not committed; whoever deploys has them. */
const isPersonal = (path: string): boolean => /(?:^|\/)\.[^/]+$/.test(path);

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

const hasKustomization = ({ env }: Context<'kubernetes'>, folder: string): boolean => {
  const tree = env.workspace.tree();
  return KUSTOMIZATIONS.some((name) => tree?.has(folder === '' ? name : `${folder}/${name}`));
};

/** The tree does not tell files from folders, but whatever has an ending in use for manifests is meant as a file. */
const isFolder = ({ env }: Context<'kubernetes'>, path: string): boolean =>
  !/\.(?:ya?ml|json)$/i.test(path) && env.workspace.get('kubernetes', path) === undefined;

/** A file of the same folder with a similar name. */
function nearestSibling({ env }: Context<'kubernetes'>, target: string): string | undefined {
  const tree = env.workspace.tree();
  const folder = folderOf(target);
  const siblings = ['yaml', 'yml', 'json']
    .flatMap((ending) => tree?.ending(ending) ?? [])
    .filter((path) => folderOf(path) === folder);
  return nearestName(lastOf(target), siblings.map(lastOf));
}

import { dependencyRule } from '../../engine/rule.ts';
import { ancestorsOf, type Dependency } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';

export const mavenPluginUnpinned = dependencyRule(
  {
    id: 'dependencies/maven-plugin-unpinned',
    title: 'Maven plugin has no version',
    why: 'Without a version Maven takes the plugin that its own release happens to know, or the newest one there is: the build changes with the machine it runs on, and a new release of a plugin runs unreviewed. Give each plugin a version, best in `pluginManagement` of the parent. A plugin that a parent outside the workspace may manage is left alone.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unpinned: 'The plugin {name} has no version, so Maven chooses one. Give it a version, here or in pluginManagement.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://maven.apache.org/guides/mini/guide-configuring-plugins.html'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'pom.xml') return;
    const unpinned = model.dependencies.filter((one) => isPlugin(one) && one.use === 'declared' && one.requirement === undefined);
    if (unpinned.length === 0) return;
    const { ancestors, isComplete } = ancestorsOf(file.path, model, env.workspace);
    if (!isComplete) return;
    const above = ancestors.flatMap(({ facts }) => facts.declared);
    const managed = new Set(
      [...model.dependencies, ...above].filter((one) => isPlugin(one) && one.requirement !== undefined).map(({ name }) => name),
    );
    for (const dependency of unpinned) {
      if (managed.has(dependency.name)) continue;
      const name = dependency.rawName.replace(/^org\.apache\.maven\.plugins:/, '');
      yield { message: 'unpinned', data: { name }, span: dependency.nameSpan, key: keyOf(model, dependency) };
    }
  },
);

const isPlugin = ({ section }: Pick<Dependency, 'section'>): boolean => /(?:^|\.)(?:plugins|pluginManagement)$/.test(section);

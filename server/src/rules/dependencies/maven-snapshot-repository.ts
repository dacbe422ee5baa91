import { dependencyRule } from '../../engine/rule.ts';

export const mavenSnapshotRepository = dependencyRule(
  {
    id: 'dependencies/maven-snapshot-repository',
    title: 'Repository serves snapshots',
    why: 'A repository whose snapshots are taken lets unreleased artifacts into the build, whose content changes without their version changing, and Maven asks it for new ones again and again. Take releases only, and keep a repository of snapshots in a profile or in the settings of those who need it. Where a project deploys its own snapshots is left alone.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { snapshots: 'Snapshots are taken from {url}, so unreleased artifacts get into the build. Take releases only.' },
    aliases: [],
    references: ['CWE-1357', 'https://maven.apache.org/pom.html#repositories'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.ecosystem !== 'Maven') return;
    for (const { kind, url, snapshotsSpan } of model.registries) {
      if (snapshotsSpan && kind !== 'publish')
        yield {
          message: 'snapshots',
          data: { url: url.replace(/(?<=:\/\/)[^/?#\s]*@/, '') },
          span: snapshotsSpan,
          key: `${kind}/${url}`,
        };
    }
  },
);

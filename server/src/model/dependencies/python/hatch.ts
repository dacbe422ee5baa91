import type { TomlNode } from '../../toml/index.ts';
import type { Dependency } from '../dependency.ts';
import { tablesAt } from '../toml/sections.ts';
import { listedRequirements } from './toml-requirement.ts';

/** What the environments of Hatch have besides the project's own dependencies (https://hatch.pypa.io/latest/config/environment/overview/#dependencies). */
export const hatchDependencies = (text: string, root: TomlNode): Dependency[] =>
  tablesAt(root, ['tool', 'hatch', 'envs']).flatMap(({ members }) =>
    members.flatMap(({ key, value }) =>
      ['dependencies', 'extra-dependencies'].flatMap((list) =>
        listedRequirements(text, value, list, {
          section: `tool.hatch.envs.${key.text}.${list}`,
          groups: ['dev'],
          use: 'declared',
        }).filter(isWritten),
      ),
    ),
  );

/** Fields in braces have values that only a run knows: `{matrix:django}`, `{root:uri}`. */
const isWritten = ({ rawName, requirement = '', location }: Dependency): boolean =>
  ![rawName, requirement, location?.url ?? ''].some((part) => part.includes('{'));

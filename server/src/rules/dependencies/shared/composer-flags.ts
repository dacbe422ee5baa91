import { deletion } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { DependencyFile, Setting } from '../../../model/dependencies/index.ts';

/** The settings of composer.json's `config` that say `value`. */
export const composerFlag = ({ format, settings }: DependencyFile, name: string, value: string): Setting[] =>
  format === 'composer.json'
    ? settings.filter((one) => one.section === 'config' && one.key === name && one.value.toLowerCase() === value)
    : [];

export const withoutSetting = ({ key, deletion: span }: Setting): Fix[] =>
  span ? [{ title: `Delete "${key}"`, applicability: 'safe', edits: [deletion(span)] }] : [];

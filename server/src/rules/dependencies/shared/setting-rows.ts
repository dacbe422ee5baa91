import type { Fix } from '../../../engine/fix.ts';
import type { DependencyFile, DependencyFormat, Setting } from '../../../model/dependencies/index.ts';
import { setTo, settingKey, withoutSetting } from './settings.ts';

/** A value of a setting that is a problem by itself. */
export interface SettingRow {
  readonly formats: readonly DependencyFormat[];
  readonly key: RegExp;
  readonly value: RegExp;
  /** Of the section around it; without it the setting stands at the top. */
  readonly section?: RegExp;
  /** What to set instead; without it the setting goes. */
  readonly instead?: string;
}

const AT_TOP = /^$/;

/** The settings of a file that a row speaks about, as problems with the message `set`. */
export function* settingProblems(
  { format, settings }: DependencyFile,
  rows: readonly SettingRow[],
  applicability: Fix['applicability'],
) {
  const own = rows.filter(({ formats }) => formats.includes(format));
  if (own.length === 0) return;
  for (const setting of settings) {
    const row = own.find((one) => matches(one, setting));
    if (!row) continue;
    yield {
      message: 'set',
      data: { setting: `${setting.key}: ${setting.value}` },
      span: setting.valueSpan,
      key: settingKey(setting),
      fixes: row.instead === undefined ? withoutSetting(setting, applicability) : [setTo(setting, row.instead, applicability)],
    } as const;
  }
}

const matches = ({ key, value, section = AT_TOP }: SettingRow, setting: Setting): boolean =>
  key.test(setting.key) && value.test(setting.value) && section.test(setting.section);

/** Ecosystem names as OSV spells them (https://ossf.github.io/osv-schema/#affectedpackage-field). */
export const ECOSYSTEMS = ['npm', 'PyPI', 'Go', 'Maven', 'crates.io', 'RubyGems', 'Packagist', 'NuGet', 'Hex', 'Pub'] as const;
export type Ecosystem = (typeof ECOSYSTEMS)[number];

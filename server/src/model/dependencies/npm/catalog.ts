/** The section of a catalog: `catalog` for the default one, else `catalogs.` with its name (https://pnpm.io/catalogs, https://bun.com/docs/pm/catalogs). */
export const catalogSection = (name: string): string => (name === '' || name === 'default' ? 'catalog' : `catalogs.${name}`);

/** Whether a section is a catalog: it says versions that manifests may ask for, and asks for nothing itself. */
export const isCatalogSection = (section: string): boolean => section === 'catalog' || section.startsWith('catalogs.');

/** The file in which pnpm keeps the catalogs and overrides of a workspace (https://pnpm.io/pnpm-workspace_yaml). */
export const PNPM_WORKSPACE = 'pnpm-workspace.yaml';

/** The file in which Yarn keeps the catalogs of a workspace beside its settings (https://yarnpkg.com/features/catalogs). */
export const YARNRC = '.yarnrc.yml';

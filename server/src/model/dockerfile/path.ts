import { baseName } from '../../base/path.ts';

const NAME = /^(?:dockerfile|containerfile)(?:\.(.+))?$|\.(?:dockerfile|containerfile)$/i;

/** What lies beside Dockerfiles under their name and is none: ignore files, documents, archives, data, templates, editors' leftovers. */
const OTHER =
  /(?:^|\.)(?:dockerignore|containerignore|md|markdown|mdx|txt|rst|adoc|html?|css|pdf|png|jpe?g|gif|svg|json|jsonc|ya?ml|toml|xml|csv|lock|log|patch|diff|rej|orig|swp|swo|zip|gz|tgz|bz2|xz|tar|sha256|sig|asc|snap|map|template|tmpl|tpl|gotmpl|j2|jinja2?|erb|ejs|mustache|hbs|m4|in)$|~$/i;

/** Program sources called `dockerfile.<extension>`, in lower case, are about Dockerfiles and not such. */
const SOURCE =
  /^(?:dockerfile|containerfile)\.(?:[cm]?[jt]sx?|go|py|rb|rs|java|kt|cs|php|sh|vim|lua|el|ex|exs|swift|tmlanguage|snippets)$/;

/** Whether a path has the name of a Dockerfile: Dockerfile, Dockerfile.*, *.Dockerfile, Containerfile, Containerfile.*. */
export function isDockerfilePath(path: string): boolean {
  const name = baseName(path);
  const match = NAME.exec(name);
  return match !== null && !OTHER.test(match[1] ?? '') && !SOURCE.test(name);
}

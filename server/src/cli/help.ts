import { ADVISORY_SOURCES } from '../engine/config/schema.ts';
import { PROFILES } from '../engine/rule.ts';
import { SEVERITIES } from '../engine/severity.ts';
import { FORMATS } from './arguments.ts';

export const HELP = `Larboard finds and fixes security problems in Dockerfiles, Kubernetes YAML and package manifests.
Nothing is downloaded unless you ask for it, and nothing about your code leaves the machine.

larboard scan [paths…]          analyse files and folders (the current folder by default)
  -f, --format FORMAT           ${FORMATS.join(', ')} (default text)
  -o, --output FILE             write the report to a file
      --fail-on SEVERITY        exit with 1 at this severity or worse: ${SEVERITIES.join(', ')}, never (default: as configured, or high)
      --minimum-severity S      leave milder findings out
      --profile PROFILE         ${PROFILES.join(', ')}
      --config FILE             use this configuration instead of the .larboard.yaml files
      --advisories SOURCE       ${ADVISORY_SOURCES.join(', ')}: also use the data of "larboard advisories";
                                registry also asks your npm registry about the packages (network) (default: as configured, or off)
      --kubernetes-version V    check against this Kubernetes minor, for example 1.34
      --fix                     apply the safe fixes, in all files that are scanned
      --fix-suggested           apply the suggested fixes as well
      --dry-run                 with --fix: print the changes and leave the files alone
      --files-from -            read the paths from standard input, one a line
      --stdin --stdin-filename F  analyse standard input as the file F (with --fix the fixed text is printed)
larboard rules [--format json]  list the rules
larboard explain RULE           what a rule finds, why, and what to do (also by a peer's id: hadolint:DL3002)
larboard advisories update      download what OSV knows of the packages' ecosystems, then only what changed (network)
  -e, --ecosystem NAME          of this ecosystem (again for more; default: those of the manifests here); --all for all
      --url BASE                from a mirror with OSV's layout: BASE/<ecosystem>/all.zip
larboard advisories import FILE…  add OSV exports (all.zip), records (.json) or folders of them, without a network
larboard advisories status      what there is, of which date [--format json]
larboard lsp --stdio            start the language server

Exit codes: 0 nothing at or above --fail-on · 1 findings · 2 usage or configuration error · 3 a rule or the program failed
`;

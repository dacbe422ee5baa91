import { libraryName } from './base-images.ts';

/** Images of Docker Hub's library that set a WORKDIR, from their Dockerfiles, as of 2026-11. */
const WORKDIRS: readonly (readonly [repository: RegExp, tag: RegExp | undefined, workdir: string])[] = [
  [/\/(?:caddy)$/, undefined, '/srv'],
  [/\/composer$/, undefined, '/app'],
  [/\/(?:couchdb)$/, undefined, '/opt/couchdb'],
  [/\/(?:drupal)$/, undefined, '/opt/drupal'],
  [/\/elasticsearch$/, undefined, '/usr/share/elasticsearch'],
  [/\/flink$/, undefined, '/opt/flink'],
  [/\/ghost$/, undefined, '/var/lib/ghost'],
  [/\/golang$/, undefined, '/go'],
  [/\/gradle$/, undefined, '/home/gradle'],
  [/\/httpd$/, undefined, '/usr/local/apache2'],
  [
    /\/(?:joomla|mediawiki|nextcloud|wordpress|matomo|monica|yourls|phpmyadmin|backdrop|postfixadmin)$/,
    undefined,
    '/var/www/html',
  ],
  [/\/kibana$/, undefined, '/usr/share/kibana'],
  [/\/logstash$/, undefined, '/usr/share/logstash'],
  [/\/neo4j$/, undefined, '/var/lib/neo4j'],
  [/\/php$/, /fpm|apache/, '/var/www/html'],
  [/\/redis$|\/valkey$/, undefined, '/data'],
  [/\/redmine$/, undefined, '/usr/src/redmine'],
  [/\/solr$/, undefined, '/opt/solr'],
  [/\/tomcat$|\/tomee$/, undefined, '/usr/local/tomcat'],
  [/\/jetty$/, undefined, '/var/lib/jetty'],
  [/\/odoo$/, undefined, '/'],
  [/\/zookeeper$/, undefined, '/apache-zookeeper'],
  [/\/spark$/, undefined, '/opt/spark/work-dir'],
  [/\/sonarqube$/, undefined, '/opt/sonarqube'],
  [/\/eggdrop$/, undefined, '/home/eggdrop'],
  [/\/rocket\.chat$/, undefined, '/app'],
  [/\/varnish$/, undefined, '/etc/varnish'],
  [
    /\/(?:convertigo|geonetwork|open-liberty|websphere-liberty|liquibase|kapacitor|kong|teamspeak|znc|storm|xwiki|plone|unit)$/,
    undefined,
    'its own',
  ],
];

/** The folder that an image of Docker Hub's library ends in; undefined for other images, of which nothing is known. */
export function workdirOf(repository: string, tag: string): string | undefined {
  const library = libraryName(repository);
  if (!library.startsWith('docker.io/library/')) return undefined;
  return WORKDIRS.find(([name, only]) => name.test(library) && (only?.test(tag) ?? true))?.[2] ?? '/';
}

import './activation.test.ts';
import './dependencies.test.ts';
import './diagnostics.test.ts';
import './fixes.test.ts';
import './hover.test.ts';
import './scan.test.ts';
import './upgrade.test.ts';
import './settings.test.ts';

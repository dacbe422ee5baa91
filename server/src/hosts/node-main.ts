import { serve } from './node.ts';

/** Entry of the server's own bundle. */
serve();

import * as clock from './clock.mjs';
import * as connections from './connections.mjs';
import * as disk from './disk.mjs';
import * as kill from './kill.mjs';
import * as killEmbedded from './kill-embedded.mjs';
import * as races from './races.mjs';
import * as restart from './restart.mjs';
import * as standby from './standby.mjs';

/** In the order in which they are tried. */
export const scenarios = { races, clock, kill, 'kill-embedded': killEmbedded, restart, connections, standby, disk };

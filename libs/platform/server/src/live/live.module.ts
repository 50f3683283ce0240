import { Global, Module } from '@nestjs/common';
import { LiveSockets } from './live-sockets';

/** What the sockets of live updates need; the door itself stands at the HTTP server (create-hub.ts). */
@Global()
@Module({ providers: [LiveSockets], exports: [LiveSockets] })
export class LiveModule {}

import { Global, Module } from '@nestjs/common';
import { Once } from './once';

/** Global: every domain has acts that are to be done once. */
@Global()
@Module({ providers: [Once], exports: [Once] })
export class OnceModule {}

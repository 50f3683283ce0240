import { Injectable } from '@nestjs/common';
import { asHub } from '../database/row-scope';

/** Something that the hub does by itself when the clock says so. */
export interface ScheduledTask {
  /** Its name in the log and in the database: letters, digits and hyphens. */
  name: string;
  /** When, as cron has it, in the workgroup's time zone: `17 * * * *` is seventeen minutes after each hour. */
  when: string;
  /**
   * One worker of all servers runs it, and again after a failure; a worker that was away misses its time. So it looks
   * at what is there, and does not count on how often it ran.
   */
  run(): Promise<void>;
}

/** What is due by the clock. Domains register when their module starts. */
@Injectable()
export class ScheduledWork {
  private readonly registered = new Map<string, ScheduledTask>();

  register(task: ScheduledTask): void {
    if (!/^[a-z0-9-]+$/.test(task.name)) throw new Error(`"${task.name}" is no name of a task.`);
    if (this.registered.has(task.name)) throw new Error(`The task "${task.name}" is registered already.`);
    this.registered.set(task.name, task);
  }

  tasks(): ScheduledTask[] {
    return [...this.registered.values()];
  }

  /** Runs a task here and now, whatever the clock says. */
  async run(name: string): Promise<void> {
    const task = this.registered.get(name);
    if (!task) throw new Error(`There is no task "${name}".`);
    await asHub(() => task.run());
  }
}

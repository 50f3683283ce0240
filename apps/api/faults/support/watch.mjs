import { setTimeout as delay } from 'node:timers/promises';

/** Reads on and on, as open pages do, and keeps what came that was neither an answer nor a clear "not now". */
export class Watch {
  wrong = [];
  unanswered = [];
  slowest = 0;
  turnedAway = 0;
  read = 0;
  /** When the last read and the first one after a gap were answered. */
  lastRead = 0;
  #isWanted = true;
  #working;

  constructor(hub, cookie, { pause = 50, limit = 12_000 } = {}) {
    this.client = hub.client(cookie);
    this.#working = this.#look(pause, limit);
  }

  async stop() {
    this.#isWanted = false;
    await this.#working;
    this.client.close();
    return this;
  }

  async #look(pause, limit) {
    while (this.#isWanted) {
      const answer = await this.client.graphql('{ myWork { later { reference title } } }', {}, limit).catch((error) => {
        this.unanswered.push(error.message);
        return null;
      });
      if (answer) this.#judge(answer);
      await delay(pause);
    }
  }

  #judge({ status, headers, json, text, milliseconds }) {
    this.slowest = Math.max(this.slowest, milliseconds);
    if (status === 503 && headers['retry-after']) this.turnedAway += 1;
    else if (status === 200 && json?.data && !json.errors) {
      this.read += 1;
      this.lastRead = performance.now();
    } else this.wrong.push(`${status} ${text.slice(0, 300)}`);
  }
}

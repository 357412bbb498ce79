import { Agent, request } from "node:http";

/** One thing that is timed: it does its work once and throws when the answer is wrong. */
export type Subject = (turn: number) => Promise<void>;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * A request over kept connections, without compression for any subject.
 * @returns the body @throws when the status is not 200
 */
export function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<string> {
  const { method = "GET", headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const call = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${method} ${url} answered ${response.statusCode}: ${text.slice(0, 300)}`));
      });
      response.on("error", reject);
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** Lets go of the kept connections, so that a server that stops need not wait for them. */
export const hangUp = (): void => agent.destroy();

/** The smallest sample that at least `share` of the samples do not exceed; exact, because every sample is kept. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/**
 * Rounds before the first that counts. With a single one V8 was still compiling both servers: bare Next took 7.5 ms for
 * its page of rows, and 5.2 after ten.
 */
export const WARM_UP = 10;

/**
 * Samples subjects one call at a time, in rounds that take turns, so that a busy moment of the machine hits all alike.
 * @param sample does a subject's work once and tells what of it counts: milliseconds, or calls a second
 * @param warmUp rounds before the first that counts
 * @returns the sample of every call, by subject
 */
export async function sampleEach<Name extends string, S>(
  subjects: Record<Name, S>,
  rounds: number,
  perRound: number,
  sample: (subject: S, turn: number) => Promise<number>,
  warmUp = WARM_UP,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(subjects) as Name[]; // Object.keys forgets the key type
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  let turn = 0;
  for (let round = -warmUp; round < rounds; round += 1)
    for (const name of names)
      for (let call = 0; call < perRound; call += 1) {
        const taken = await sample(subjects[name], turn++);
        if (round >= 0) samples[name].push(taken);
      }
  return samples;
}

async function timeOf(subject: Subject, turn: number): Promise<number> {
  const start = performance.now();
  await subject(turn);
  return performance.now() - start;
}

/** As `sampleEach`, where all that a subject does counts. @returns milliseconds of every call, by subject */
export const timeEach = <Name extends string>(
  subjects: Record<Name, Subject>,
  rounds: number,
  perRound: number,
): Promise<Record<Name, number[]>> => sampleEach(subjects, rounds, perRound, timeOf);

/**
 * How many calls a second each subject answers with `inFlight` at once, in rounds that take turns.
 * @returns calls per second of every round, by subject
 */
export function rateEach<Name extends string>(
  subjects: Record<Name, Subject>,
  rounds: number,
  perRound: number,
  inFlight: number,
): Promise<Record<Name, number[]>> {
  let turn = 0;
  const rateOf = async (subject: Subject) => {
    const start = performance.now();
    let left = perRound;
    const worker = async () => {
      while (left-- > 0) await subject(turn++);
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    return (perRound * 1000) / (performance.now() - start);
  };
  return sampleEach(subjects, rounds, 1, rateOf, 1);
}

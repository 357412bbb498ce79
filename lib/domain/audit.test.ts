import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/prisma/factories/runs";
import {
  type AuditEventInput,
  type ChainedEvent,
  canonicalEvent,
  GENESIS_HASH,
  nextHash,
  verifyChain,
} from "./audit";

const chain = (inputs: Omit<AuditEventInput, "chain" | "seq">[]): ChainedEvent[] => {
  let hash = GENESIS_HASH;
  return inputs.map((input, index) => {
    const event = { chain: "project-1", seq: index + 1, ...input };
    hash = nextHash(hash, canonicalEvent(event));
    return { ...event, hash };
  });
};

const word = fc.string({ minLength: 1, maxLength: 6 });
const FIELDS = {
  at: fc
    .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
    .map((d) => d.toISOString()),
  actor: fc.option(word),
  via: word,
  action: word,
  targetType: word,
  targetId: word,
  data: fc.dictionary(word, fc.jsonValue()),
};
/** Some as they were before a phase was named. */
const eventArbitrary = fc.oneof(
  fc.record(FIELDS),
  fc.record({ ...FIELDS, phaseId: fc.option(word, { nil: null }) }),
);
const chainArbitrary = fc.array(eventArbitrary, { minLength: 1, maxLength: 8 }).map(chain);

const CHANGES: Record<string, (event: ChainedEvent) => ChainedEvent> = {
  chain: (event) => ({ ...event, chain: `${event.chain}x` }),
  seq: (event) => ({ ...event, seq: event.seq + 1 }),
  at: (event) => ({ ...event, at: `${event.at}x` }),
  actor: (event) => ({ ...event, actor: `${event.actor}x` }),
  via: (event) => ({ ...event, via: `${event.via}x` }),
  action: (event) => ({ ...event, action: `${event.action}x` }),
  targetType: (event) => ({ ...event, targetType: `${event.targetType}x` }),
  phaseId: (event) => ({ ...event, phaseId: `${event.phaseId}x` }),
  targetId: (event) => ({ ...event, targetId: `${event.targetId}x` }),
  data: (event) => ({ ...event, data: { ...event.data, extra: { nested: true } } }),
  hash: (event) => ({ ...event, hash: GENESIS_HASH }),
};

describe("the audit chain", () => {
  it("has a fixed first hash: a changed form would break every stored chain", () => {
    const [first] = chain([
      {
        at: "2026-03-10T12:00:00.000Z",
        actor: "m1",
        via: "web",
        action: "item.state",
        targetType: "item",
        targetId: "i1",
        data: { to: "DONE", from: "OPEN" },
      },
    ]);
    expect(first && canonicalEvent(first)).toBe(
      '{"action":"item.state","actor":"m1","at":"2026-03-10T12:00:00.000Z","chain":"project-1","data":{"from":"OPEN","to":"DONE"},"seq":1,"targetId":"i1","targetType":"item","via":"web"}',
    );
    expect(first?.hash).toBe("f7c977a023944650c30ca67004da3158041e63ef330f27fb4e8339469c2fd7bf");
    expect(first && canonicalEvent({ ...first, phaseId: "p1" })).toContain('"phaseId":"p1","seq":1');
    expect(first && canonicalEvent({ ...first, phaseId: null })).toContain('"phaseId":null,"seq":1');
  });

  it("verifies what was not touched, also from a checkpoint", () => {
    fc.assert(
      fc.property(chainArbitrary, fc.nat(), (events, cut) => {
        const head = { seq: events.length, hash: events.at(-1)?.hash ?? "" };
        expect(verifyChain(events)).toEqual({ ok: true, count: events.length, head });
        const checkpoint = events[cut % events.length];
        if (checkpoint === undefined) return;
        expect(verifyChain(events.slice(checkpoint.seq), checkpoint)).toMatchObject({ ok: true, head });
      }),
      runs(100),
    );
  });

  it("survives being written as JSON and read again", () => {
    fc.assert(
      fc.property(chainArbitrary, (events) => {
        const read: ChainedEvent[] = JSON.parse(JSON.stringify(events));
        expect(verifyChain(read).ok).toBe(true);
      }),
      runs(100),
    );
  });

  it.each(Object.keys(CHANGES))("finds a changed %s at the first broken event", (field) => {
    fc.assert(
      fc.property(chainArbitrary, fc.nat(), (events, pick) => {
        const broken = pick % events.length;
        const changed = events.map((event, index) =>
          index === broken ? (CHANGES[field]?.(event) ?? event) : event,
        );
        expect(verifyChain(changed)).toMatchObject({ ok: false, seq: broken + 1 });
      }),
      runs(100),
    );
  });

  it("finds two events swapped, or one dropped from the middle", () => {
    fc.assert(
      fc.property(
        fc.array(eventArbitrary, { minLength: 2, maxLength: 8 }).map(chain),
        fc.nat(),
        (events, pick) => {
          const broken = pick % (events.length - 1);
          const swapped = events.map((event, index) =>
            index === broken ? events[index + 1] : index === broken + 1 ? events[index - 1] : event,
          );
          expect(verifyChain(swapped.flatMap((event) => event ?? []))).toMatchObject({
            ok: false,
            seq: broken + 1,
          });
          expect(verifyChain(events.toSpliced(broken, 1))).toMatchObject({ ok: false, seq: broken + 1 });
        },
      ),
      runs(100),
    );
  });

  it("does not see the newest event cut off, except from a newer checkpoint: as design 2.6 says", () => {
    const events = chain(
      ["a", "b"].map((action) => ({
        at: "2026-03-10T12:00:00.000Z",
        actor: null,
        via: "job",
        action,
        targetType: "t",
        targetId: "1",
        data: {},
      })),
    );
    expect(verifyChain(events.slice(0, 1))).toMatchObject({ ok: true, head: { seq: 1 } });
  });
});

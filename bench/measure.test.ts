import { describe, expect, it } from "vitest";
import { median, percentile, rateEach, sampleEach, timeEach, WARM_UP } from "./measure";

describe("percentile", () => {
  it("is the smallest sample that the share does not exceed", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile(hundred, 0)).toBe(1);
  });

  it("orders by number, not by text", () => expect(median([9, 10, 100])).toBe(10));

  it("takes the lower middle of an even number", () => expect(median([4, 1, 3, 2])).toBe(2));

  it("leaves the samples as they were", () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });

  it("is not a number where there is no sample", () => expect(median([])).toBeNaN());
});

describe("sampleEach", () => {
  it("counts what a sample tells, not how long it took to be told", async () => {
    const slow = async (told: number) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return told;
    };
    expect(await sampleEach({ a: 0.25, b: 0.5 }, 2, 1, slow)).toEqual({ a: [0.25, 0.25], b: [0.5, 0.5] });
  });
});

describe("timeEach", () => {
  it("takes turns, and counts only what comes after the warm-up", async () => {
    const order: string[] = [];
    const call = (name: string) => async () => void order.push(name);
    const times = await timeEach({ a: call("a"), b: call("b") }, 2, 2);
    expect(order.join("")).toBe("aabb".repeat(WARM_UP + 2));
    expect(times.a).toHaveLength(4);
    expect(times.b).toHaveLength(4);
  });

  it("fails with the first wrong answer", async () => {
    const wrong = () => Promise.reject(new Error("wrong answer"));
    await expect(timeEach({ wrong }, 1, 1)).rejects.toThrow("wrong answer");
  });
});

describe("rateEach", () => {
  it("keeps as many in flight as asked for, and does no call too many", async () => {
    let [now, most, calls] = [0, 0, 0];
    const subject = async () => {
      calls += 1;
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
    };
    const rates = await rateEach({ subject }, 1, 30, 7);
    expect(rates.subject).toHaveLength(1);
    expect(calls).toBe(60);
    expect(most).toBe(7);
  });
});

import { expect, it } from "vitest";
import { pack, unpack, unusual } from "./packed";

const USUAL = { state: "OPEN", due: null as string | null, people: [] as string[] };

it.each([
  [{ id: "a", ...USUAL }, { id: "a" }],
  [{ id: "b", ...USUAL, people: [] }, { id: "b" }],
  [
    { id: "c", state: "DONE", due: "2026-11-30", people: ["Ana"] },
    { id: "c", state: "DONE", due: "2026-11-30", people: ["Ana"] },
  ],
])("sends what is unusual of %o, and it is whole again with the rest", (entry, sent) => {
  expect(unusual<typeof entry>(entry, USUAL)).toEqual(sent);
  expect({ ...USUAL, ...unpack(pack(unusual<typeof entry>(entry, USUAL))) }).toEqual(entry);
});

it("keeps a field that is blank where the usual one is not", () => {
  expect(unusual({ score: null as number | null }, { score: 0 })).toEqual({ score: null });
});

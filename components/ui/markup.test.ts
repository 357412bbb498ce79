import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { runs } from "@/prisma/factories/runs";
import { inner, markup } from "./markup";

describe("markup", () => {
  test("writes what React writes, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (title, text) => {
        const ofReact = renderToStaticMarkup(createElement("b", { title }, text));
        expect(String(markup`<b title="${title}">${text}</b>`)).toBe(ofReact);
      }),
      runs(100),
    );
  });

  test("keeps markup in markup, alone and in lists, and leaves nothings out", () => {
    const names = ["<Ana>", "Ben & Chidi"].map((name) => markup`<li>${name}</li>`);
    const list = markup`<ul>${names}</ul>${null}${undefined}${false}${0}${markup`<hr>`}`;
    expect(String(list)).toBe("<ul><li>&lt;Ana&gt;</li><li>Ben &amp; Chidi</li></ul>0<hr>");
  });

  test("does not take for markup what merely looks like it", () => {
    // As data of a person may after JSON.parse, behind the back of the types.
    const impostor = { toString: () => "<script>" } as unknown as string;
    expect(String(markup`${String(impostor)}`)).toBe("&lt;script&gt;");
    expect(inner(markup`<i>x</i>`)).toEqual({ dangerouslySetInnerHTML: { __html: "<i>x</i>" } });
  });
});

import type { ComponentProps } from "react";
import Markdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { tameLines } from "@/lib/domain/tame-markdown";
import { boundedTables } from "./bounded-tables";

/** Characters of one paragraph that may have markup; what people write into a form is shorter than a plan's. */
const PARAGRAPH_MAX = 4_000;

/** True for a path of this site; "//other.example" is none. */
const isOwnPath = (href: string | undefined): boolean => /^\/(?!\/)/.test(href ?? "");

/**
 * Text people wrote. Raw HTML is dropped, links tell the other site nothing, headings stay under the page's own. What
 * would keep the server busy for a minute (a thousand lists inside each other) or take its memory is cut.
 */
export function Prose({ text }: { text: string }) {
  return (
    <div className="prose">
      <Markdown
        remarkPlugins={[remarkGfm, boundedTables]}
        rehypePlugins={[rehypeSanitize]}
        components={COMPONENTS}
      >
        {tameLines(text.split("\n"), PARAGRAPH_MAX).join("\n")}
      </Markdown>
    </div>
  );
}

const COMPONENTS: ComponentProps<typeof Markdown>["components"] = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  a: ({ href, children }) => (
    <a href={href} rel="noopener noreferrer nofollow" target={isOwnPath(href) ? undefined : "_blank"}>
      {children}
    </a>
  ),
  input: ({ checked }) => (
    <input
      type="checkbox"
      className="tick"
      checked={Boolean(checked)}
      readOnly
      disabled
      aria-label={checked ? "done" : "not done"}
    />
  ),
};

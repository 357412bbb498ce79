import { Prose } from "@/components/ui/markdown";
import { Panel } from "@/components/ui/panel";
import type { ItemView } from "@/lib/domain/item-views";

const heading = (text: string) => <h2 className="mb-1 text-small font-semibold">{text}</h2>;

const ADDRESS = /(https?:\/\/[^\s()<>]+)/;

/** A path, or words with an address in them, which is a link. */
const fileLine = (file: string, index: number) => (
  <li key={index} className="[overflow-wrap:anywhere]">
    {file.split(ADDRESS).map((part) =>
      ADDRESS.test(part) ? (
        <a
          key={part}
          href={part}
          className="link underline"
          rel="noopener noreferrer nofollow"
          target="_blank"
        >
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </li>
);

const words = (title: string, text: string | null) =>
  text && (
    <div>
      {heading(title)}
      <Prose text={text} />
    </div>
  );

type Asked = Pick<ItemView, "details" | "acceptance" | "why" | "impact" | "files">;

/** What an item asks for: why, and what hangs on it, the details, the files it is about, and how one knows it is done. */
export function ItemAsk({ details, acceptance, why, impact, files }: Asked) {
  if (!details && !acceptance && !why && !impact && files.length === 0) return null;
  return (
    <Panel label="What it asks for" className="grid gap-4 px-4.5 py-4">
      {(why || impact) && (
        <div className={`grid gap-4 ${why && impact ? "md:grid-cols-2" : ""}`}>
          {words("Why", why)}
          {words("Impact", impact)}
        </div>
      )}
      {why || impact ? words("Details", details) : details && <Prose text={details} />}
      {files.length > 0 && (
        <div>
          {heading("Files")}
          <ul className="grid gap-0.5 font-mono text-small text-ink-2">{files.map(fileLine)}</ul>
        </div>
      )}
      {words("How we know", acceptance)}
    </Panel>
  );
}

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { Reader } from "./top-bar";

const load = () => import("./account-menu").then((module) => module.AccountMenu);
const AccountMenu = dynamic(load, { ssr: false });

export function AccountButton({ reader, signOutHref }: { reader: Reader; signOutHref: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const close = () => {
    setAnchor(null);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ml-auto rounded-full"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`Account of ${reader.name}`}
        onClick={() => setAnchor(button.current)}
        onPointerEnter={() => void load()}
      >
        <Avatar name={reader.name} />
      </button>
      {anchor && <AccountMenu anchor={anchor} reader={reader} signOutHref={signOutHref} onClose={close} />}
    </>
  );
}

import { usePathname } from "next/navigation";

interface NavLink {
  href: string;
  label: string;
  /** other addresses that belong to it */
  under: string[];
}

const isWithin = (path: string, base: string) =>
  path === base || (base !== "/" && path.startsWith(`${base}/`));

export function NavLinks({ links }: { links: NavLink[] }) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="top-nav">
      {links.map(({ href, label, under }) => (
        <a
          key={href}
          href={href}
          aria-current={[href, ...under].some((base) => isWithin(path, base)) ? "page" : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

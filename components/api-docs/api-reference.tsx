"use client";

import "swagger-ui-dist/swagger-ui.css";
import "./api-docs.css";
import { useEffect, useRef, useState } from "react";

/**
 * Swagger UI from our own origin. Its 1.4 MB are loaded on this page alone, as a chunk that the page's own scripts ask
 * for, which the content security policy allows.
 */
export function ApiReference({ address }: { address: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    import("swagger-ui-dist/swagger-ui-es-bundle.js")
      .then(({ default: SwaggerUI }) => {
        if (gone || !place.current) return;
        SwaggerUI({
          domNode: place.current,
          url: address,
          deepLinking: true,
          docExpansion: "list",
          defaultModelsExpandDepth: 0,
          persistAuthorization: false,
          tryItOutEnabled: true,
          // It calls itself the page's main part, which it is not here.
          onComplete: () =>
            place.current?.querySelector("main, [role=main]")?.setAttribute("role", "presentation"),
          validatorUrl: null,
        });
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
    };
  }, [address]);
  return (
    <section aria-label="Reference" className="api-reference">
      {failed && <p role="alert">The reference could not be loaded. Load the page again.</p>}
      <div ref={place} />
    </section>
  );
}

import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { JSON_MAX, readBytes } from "@/lib/http/body";
import { route } from "@/lib/http/define";

const nextAuth = NextAuth(authOptions);

/** next-auth reads a body of any length before it knows who asks, and sends none of our headers. */
const handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> =>
  route("/api/auth", async ({ url, method, headers }) => {
    const bytes = await readBytes(request, JSON_MAX);
    const body = bytes.byteLength > 0 ? Buffer.from(bytes) : null;
    return nextAuth(new NextRequest(url, { method, headers, body }), context);
  })(request, { params: Promise.resolve({}) });

export { handler as GET, handler as POST };

import "react";

declare module "react" {
  interface CSSProperties {
    /** how much of a piece of track is filled */
    "--fill"?: string;
  }
}

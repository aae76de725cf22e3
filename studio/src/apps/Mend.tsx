import { Link } from "react-router";
import { words } from "../words";
import { mendOf } from "./mend";

/** The way to where something is mended. */
export function Mend({ app, place }: { app: string; place: string }) {
  const mend = mendOf(app, place);
  return <Link className="small" to={mend.to}>{mend.in === "settings" ? words.publish.openSettings : words.publish.openBuilder}</Link>;
}

import { IconActivity, IconAdjustments, IconDatabase, IconHistory, IconMap2, IconPalette, IconSchema } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import { called } from "../parts/Tips";
import { buildOf } from "./places";
import { useDoc } from "./useEditor";
import { words } from "./words";

const w = words.rail;

/** What can be built and looked at in one app, one icon each. */
export function Rail({ app }: { app: string }) {
  const { pathname } = useLocation();
  const first = useDoc(doc => Object.keys(doc.flows ?? {})[0]);
  const build = buildOf(app);
  const inFlows = pathname.startsWith(`${build}/flows/`);
  const places = [
    { name: w.map, to: build, Icon: IconMap2, here: pathname === build || pathname.startsWith(`${build}/triggers/`) },
    { name: w.flows, to: inFlows ? pathname : first ? `${build}/flows/${first}` : build, Icon: IconSchema, here: inFlows },
    { name: w.records, to: `${build}/records`, Icon: IconDatabase, here: pathname === `${build}/records` },
    { name: w.theme, to: `${build}/theme`, Icon: IconPalette, here: pathname === `${build}/theme` },
    { name: w.settings, to: `/apps/${app}/settings`, Icon: IconAdjustments, here: false },
    { name: w.versions, to: `/apps/${app}/versions`, Icon: IconHistory, here: false },
    { name: w.activity, to: `/activity?app=${app}`, Icon: IconActivity, here: false },
  ];
  return (
    <nav className="rail" aria-label={w.label}>
      {places.map(({ name, to, Icon, here }) => (
        <Link key={name} {...called(name, { side: "right" })} to={to} aria-current={here ? "page" : undefined}><Icon size={20} stroke={1.7} aria-hidden /></Link>
      ))}
    </nav>
  );
}

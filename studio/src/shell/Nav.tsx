import { useMantineColorScheme } from "@mantine/core";
import {
  IconActivity, IconApps, IconBell, IconDeviceMobile, IconFileSearch, IconKey, IconLogout, IconMoon, IconPlug, IconRoute, IconServer, IconStack2, IconSun, IconUserCircle, IconUsers,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, NavLink } from "react-router";
import { call } from "../api/client";
import { words } from "../words";
import { useMe } from "./me";
import mark from "../mark.svg";

const size = { size: 18, stroke: 1.7, "aria-hidden": true } as const;

function To({ to, icon, children }: { to: string; icon: ReactNode; children: string }) {
  return <NavLink className="to" to={to}>{icon}{children}</NavLink>;
}

export function Brand() {
  const me = useMe();
  return (
    <Link className="brand" to="/apps">
      <img src={mark} alt="" width={30} height={30} />
      <span>{words.product}<small>{me.data?.organization.name ?? "\u00a0"}</small></span>
    </Link>
  );
}

/** What there is in the organization, who I am, and how the studio looks. Agents have what customers do, and nothing else. */
export function Nav() {
  const me = useMe();
  const watching = me.data?.role === "agent";
  return (
    <nav className="side" aria-label={words.nav.label}>
      <Brand />
      {!watching && <To to="/apps" icon={<IconApps {...size} />}>{words.nav.apps}</To>}
      <To to="/activity" icon={<IconActivity {...size} />}>{words.nav.activity}</To>
      {!watching && (
        <>
          <a className="to" href="/simulator"><IconDeviceMobile {...size} />{words.nav.simulator}</a>
          <div className="group">{words.nav.reach}</div>
          <To to="/resources" icon={<IconRoute {...size} />}>{words.nav.resources}</To>
          <To to="/accounts" icon={<IconPlug {...size} />}>{words.nav.accounts}</To>
          <To to="/notifiers" icon={<IconBell {...size} />}>{words.nav.notifiers}</To>
          <To to="/environments" icon={<IconStack2 {...size} />}>{words.nav.environments}</To>
          <div className="group">{words.nav.organization}</div>
          <To to="/people" icon={<IconUsers {...size} />}>{words.nav.people}</To>
          <To to="/tokens" icon={<IconKey {...size} />}>{words.nav.tokens}</To>
          <To to="/server" icon={<IconServer {...size} />}>{words.nav.server}</To>
          <To to="/audit" icon={<IconFileSearch {...size} />}>{words.nav.audit}</To>
        </>
      )}
      <Foot />
    </nav>
  );
}

function Foot() {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === "dark" || (colorScheme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  return (
    <div className="foot">
      {me.data && <To to="/me" icon={<IconUserCircle {...size} />}>{`${me.data.name} · ${words.roles[me.data.role]}`}</To>}
      <button type="button" className="to" onClick={() => setColorScheme(dark ? "light" : "dark")}>
        {dark ? <IconSun {...size} /> : <IconMoon {...size} />}
        {dark ? words.nav.light : words.nav.dark}
      </button>
      <button type="button" className="to" onClick={() => void call("post", "/api/v1/me/sign-out").then(() => window.location.assign("/"))}>
        <IconLogout {...size} />
        {words.nav.signOut}
      </button>
    </div>
  );
}

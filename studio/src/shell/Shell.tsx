import { ActionIcon, Drawer } from "@mantine/core";
import { IconMenu2 } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { Bones } from "../parts/Wait";
import { words } from "../words";
import { Brand, Nav } from "./Nav";
import { Watching } from "./Watching";

/** The frame of everything but the builder. */
export function Shell() {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>(); // the menu is open until somebody goes elsewhere
  return (
    <div className="frame">
      <a className="skip" href="#main">{words.nav.skip}</a>
      <Nav />
      <header className="bar">
        <Brand />
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.nav.menu} onClick={() => setOpenAt(pathname)}><IconMenu2 size={22} /></ActionIcon>
      </header>
      <Drawer className="drawer" opened={openAt === pathname} onClose={() => setOpenAt(undefined)} size={280} closeButtonProps={{ "aria-label": words.close }}>
        <Nav />
      </Drawer>
      <main className="main" id="main" tabIndex={-1} style={{ outline: "none" }}>
        <Watching><Suspense fallback={<Bones />}><Outlet /></Suspense></Watching>
      </main>
    </div>
  );
}

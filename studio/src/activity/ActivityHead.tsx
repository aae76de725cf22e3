import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { Head } from "../parts/Page";
import { Tabs } from "../parts/Tabs";
import { words } from "../words";

const w = words.activity;

/** The head of everything that is watched, and the ways between its screens. */
export function ActivityHead({ title, text, acts }: { title: string; text: string; acts?: ReactNode }) {
  return (
    <>
      <Head title={title} text={text} acts={acts} />
      <Tabs label={w.title}>
        <NavLink to="/activity" end>{w.journeys}</NavLink>
        <NavLink to="/activity/figures">{w.figures.tab}</NavLink>
        <NavLink to="/activity/errors">{w.grouped.tab}</NavLink>
        <NavLink to="/activity/schedules">{w.schedules.tab}</NavLink>
        <NavLink to="/activity/dead">{w.dead}</NavLink>
      </Tabs>
    </>
  );
}

// One icon per channel and trigger, everywhere the same.
import { IconApi, IconBrowser, IconCalendarClock, IconDatabaseCog, IconMessage2, IconPhone, IconPhoneIncoming, IconWorld } from "@tabler/icons-react";
import type { FlowChannel, TriggerType } from "./document";

export const channelIcons = { text: IconMessage2, voice: IconPhone, web: IconBrowser, none: IconDatabaseCog } satisfies Record<FlowChannel, unknown>;
export const triggerIcons = { text: IconMessage2, call: IconPhoneIncoming, web: IconWorld, schedule: IconCalendarClock, api: IconApi } satisfies Record<TriggerType, unknown>;

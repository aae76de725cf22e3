/// Every call and email out of the building goes through here, so that limits and forbidden
/// addresses hold for all of them.
/// It may know all that stands left of it, channel included, and it is the only package that opens
/// a socket outwards.
/// Read [dev.wayfare.connector.OutboundCalls] first, then [dev.wayfare.connector.OutboundPolicy].
@NullMarked
package dev.wayfare.connector;

import org.jspecify.annotations.NullMarked;

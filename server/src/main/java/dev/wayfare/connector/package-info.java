/// Every call out of the building goes through here, so that its limits hold for all of them.
/// It may know all that stands left of it, channel included, and it is the only package that opens
/// a socket outwards.
/// Read [dev.wayfare.connector.OutboundHttp] first.
@NullMarked
package dev.wayfare.connector;

import org.jspecify.annotations.NullMarked;

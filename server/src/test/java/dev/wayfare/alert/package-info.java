/// Alerts, tried on a whole server with real receivers. Read AlertWorld first.
@NullMarked
package dev.wayfare.alert;

import org.jspecify.annotations.NullMarked;

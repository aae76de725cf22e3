/// The whole server: starts, and lists the modules in the order of the walls.
@NullMarked
package dev.wayfare;

import org.jspecify.annotations.NullMarked;

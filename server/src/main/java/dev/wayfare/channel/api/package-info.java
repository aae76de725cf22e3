/// The adapter for programs: HTTP requests under `/a/{app}` become requests of triggers. It knows
/// the contract ([dev.wayfare.channel.ApiDoor]) and how this server asks for tokens and tells
/// problems. Read [ApiServlet] first.
@NullMarked
package dev.wayfare.channel.api;

import org.jspecify.annotations.NullMarked;

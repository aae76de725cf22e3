/// The edge of the server: who is asking, may they, and how every answer looks (problems, pages,
/// repeated requests). It guards routes that the modules declare, and is unaware of what they do.
///
/// May know the kernel and Spring. Read RouteRule first, then HttpModule.
@NullMarked
package dev.wayfare.http;

import org.jspecify.annotations.NullMarked;

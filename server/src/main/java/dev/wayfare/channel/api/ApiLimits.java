package dev.wayfare.channel.api;

/// How much programs may send.
///
/// @param aMinute requests to public triggers from one address a minute, and wrong tokens
/// @param bodyBytes the largest body
/// @param depth how deep its objects and lists may nest
public record ApiLimits(int aMinute, int bodyBytes, int depth) {
  public static final ApiLimits USUAL = new ApiLimits(300, 1024 * 1024, 64);
}

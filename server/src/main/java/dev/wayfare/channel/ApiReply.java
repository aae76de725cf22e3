package dev.wayfare.channel;

import java.util.Map;

/// What a program is answered: `body` is JSON of the media type `type`, or empty.
public record ApiReply(int status, Map<String, String> headers, String type, String body) {
  public static final String JSON = "application/json";
  public static final String PROBLEM = "application/problem+json";
}

package dev.wayfare.channel;

/// A picture or file that came with a text: where the carrier keeps it, and its content type.
public record Media(String url, String type) {}
